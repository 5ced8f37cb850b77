import { id } from "ethers";
import type { Write } from "../../api/useWrite.ts";
import type { PassDraft } from "./PassFields.tsx";

const DAY_MS = 86_400_000;

/** The request that a filled dialog stands for. The trade's own number stays off chain: only its digest goes. */
export function writeOfPass(certificate: string, minor: bigint, draft: PassDraft): Write {
  const path = `/v1/certificates/${certificate}`;
  const valueMinor = minor.toString();
  if (draft.way === "keep") return { path: `${path}/splits`, body: { valueMinor } };
  const body = { to: draft.to, valueMinor, tradeReference: id(draft.tradeReference.trim()) };
  if (draft.way === "pass") return { path: `${path}/transfers`, body };
  const expiresAt = new Date(Date.now() + draft.days * DAY_MS).toISOString();
  return { path: `${path}/offers`, body: { ...body, expiresAt } };
}
