import { id } from "ethers";
import type { Write } from "../../api/useWrite.ts";

const WEEK_MS = 7 * 86_400_000;

/** What a holder has filled in so far. */
export interface ReceiptPass {
  readonly way: "offer" | "pass" | "keep";
  readonly to: number | undefined;
  readonly quantity: string;
  readonly tradeReference: string;
}

/** A pass or a split of a receipt that is being written. */
export const receiptPass = {
  empty: { way: "offer", to: undefined, quantity: "", tradeReference: "" } satisfies ReceiptPass,

  /** The trade's own number stays off chain: only its digest goes. */
  write(receipt: string, count: bigint, draft: ReceiptPass): Write {
    const path = `/v1/receipts/${receipt}`;
    const quantity = count.toString();
    if (draft.way === "keep") return { path: `${path}/splits`, body: { quantity } };
    const body = { to: draft.to, quantity, tradeReference: id(draft.tradeReference.trim()) };
    if (draft.way === "pass") return { path: `${path}/transfers`, body };
    const expiresAt = new Date(Date.now() + WEEK_MS).toISOString();
    return { path: `${path}/offers`, body: { ...body, expiresAt } };
  },
} as const;
