import type { Lien } from "../../api/lien.ts";

export type LienStep =
  | "accept"
  | "register"
  | "countersign"
  | "refuse"
  | "withdraw"
  | "expire"
  | "release";

/** What a member can do with a lien now; the ledger has the last word. `now` is in milliseconds. */
export function lienSteps(
  lien: Lien,
  member: number | undefined,
  now: number,
): readonly LienStep[] {
  const isSecured = lien.securedParty.memberId === member;
  const isCustodian = lien.custodian?.memberId === member;
  const isDebtor = lien.debtor.memberId === member;
  if (lien.state === "active") return isSecured ? ["release"] : [];
  if (lien.state !== "proposed") return [];
  if (Date.parse(lien.expiresAt) < now) return isSecured || isDebtor ? ["expire"] : [];
  const waits = (step: Lien["waitsFor"][number]) => lien.waitsFor.includes(step);
  return [
    ...(isSecured && waits("acceptance") ? (["accept"] as const) : []),
    ...(isSecured && !waits("acceptance") && waits("registration") ? (["register"] as const) : []),
    ...(isCustodian && waits("countersignature") ? (["countersign"] as const) : []),
    ...(isSecured || isCustodian ? (["refuse"] as const) : []),
    ...(isDebtor && waits("acceptance") ? (["withdraw"] as const) : []),
  ];
}
