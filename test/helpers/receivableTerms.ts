import { hexlify, id, toUtf8Bytes } from "ethers";
import type { IReceivableTerms } from "../../sdk/generated/interfaces/IReceivables.ts";
import { chain } from "./chain.ts";

export type Terms = IReceivableTerms.TermsStruct;

/** A currency or unit as the contracts hold it. */
export const currencyBytes = (code: string): string => hexlify(toUtf8Bytes(code));

/** The civil day of the chain's clock, at UTC+8. */
export async function today(): Promise<bigint> {
  const now = await chain.networkHelpers.time.latest();
  return (BigInt(now) + 28_800n) / 86_400n;
}

/** One invoice of 1,000,000 fen, delivered 10 days ago, due in 30 and by contract in 50. */
export async function termsBetween(
  obligor: bigint,
  creditor: bigint,
  changes: Partial<Terms> = {},
): Promise<Terms> {
  const day = await today();
  const amount = changes.amount ?? 1_000_000n;
  return {
    obligor,
    creditor,
    amount,
    currency: currencyBytes("CNY"),
    deliveryDay: day - 10n,
    contractDueDay: day + 50n,
    dueDay: day + 30n,
    documentRoot: id("trade documents"),
    defenceWaiver: true,
    noticeByLedger: true,
    longTermReason: `0x${"0".repeat(64)}`,
    obligorInterestShare: 2_500n,
    epoch: 0n,
    invoices: [{ tag: id("invoice 1"), exists: 1_500_000n, amount }],
    earlier: [],
    fees: [],
    salt: id("salt 1"),
    ...changes,
  };
}
