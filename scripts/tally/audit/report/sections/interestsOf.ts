import type { Interest } from "@tallystick/sdk";
import type { Financing } from "../state/readFinancings.ts";
import type { Lien } from "../state/readLiens.ts";
import type { ReportState } from "../state/readState.ts";

/** An interest as the ranking takes it, with what the report says of it beside. */
export interface ReportedInterest {
  readonly interest: Interest & { readonly kind: "pledge" | "factoring" };
  readonly party: number;
  readonly state: string;
  /** When the ledger took it, seconds. */
  readonly takenAt: number;
}

function earliest(...times: readonly (number | undefined)[]): number | undefined {
  const known = times.filter((time) => time !== undefined);
  return known.length === 0 ? undefined : Math.min(...known);
}

function ofLien(state: ReportState, lien: Lien): ReportedInterest {
  const isCertificate = lien.asset === "certificate";
  const receivable = isCertificate ? state.receivables.get(Number(lien.token >> 32n)) : undefined;
  // An obligor that takes the ledger's word as notice has it from what it can read there.
  const read = receivable?.noticeByLedger === true ? lien.activatedAt : undefined;
  return {
    interest: {
      id: `pledge ${lien.id}`,
      kind: "pledge",
      amount: lien.amount,
      registeredAt: lien.registeredAt,
      noticedAt: earliest(lien.noticedAt, read),
      publicAt: isCertificate ? undefined : lien.activatedAt,
      purchaseMoneyDay: lien.purchaseMoneyDay,
    },
    party: lien.securedParty,
    state: lien.state,
    takenAt: lien.acceptedAt ?? 0,
  };
}

function ofFinancing(state: ReportState, its: Financing): ReportedInterest {
  const receivable = state.receivables.get(Number(its.certificate >> 32n));
  const isNotice = receivable?.noticeByLedger === true && its.state === "delivered";
  return {
    interest: {
      id: `factoring ${its.id}`,
      kind: "factoring",
      amount: its.value,
      registeredAt: its.registeredAt,
      noticedAt: isNotice ? its.finishedAt : undefined,
    },
    party: its.financier,
    state: its.state,
    takenAt: its.acceptedAt,
  };
}

const over = new Set(["failed", "bought-back"]);

/** The interests in one position, in the order in which the ledger took them. */
export function interestsOf(
  state: ReportState,
  liens: readonly Lien[],
  financings: readonly Financing[],
): ReportedInterest[] {
  const all = [
    ...liens.map((lien) => ofLien(state, lien)),
    ...financings.filter((its) => !over.has(its.state)).map((its) => ofFinancing(state, its)),
  ];
  return all.sort((left, right) => {
    if (left.takenAt !== right.takenAt) return left.takenAt - right.takenAt;
    return left.interest.id < right.interest.id ? -1 : 1;
  });
}
