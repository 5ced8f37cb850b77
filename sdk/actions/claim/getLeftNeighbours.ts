import type { Ledger } from "../../ledger/ledger.ts";
import type { LedgerErrorType } from "../../ledger/ledgerErrorType.ts";
import { readContract } from "../../ledger/readContract.ts";
import type { RetirementTerms } from "../../signing/retirementTerms.ts";

/** The bill's tags and the start of the range that is to be claimed. */
export type GetLeftNeighboursParameters = Pick<
  RetirementTerms,
  "billTag" | "tagEpoch" | "earlierBillTags" | "from"
>;

export type GetLeftNeighboursReturnType = readonly bigint[];

export type GetLeftNeighboursErrorType = LedgerErrorType;

const none = (1n << 72n) - 1n;

async function leftOf(ledger: Ledger, epoch: number, tag: string, from: bigint): Promise<bigint> {
  let left = none;
  for (;;) {
    const [start, end] = await readContract(ledger, "claims", (contract) =>
      contract.rangeAfter(epoch, tag, left),
    );
    if (end === 0n || start >= from) return left;
    left = start;
  }
}

/**
 * Where the nearest claimed range of a bill below another range starts, as `earlyPayments.retireToBill` takes it: under
 * the current key epoch, then under each earlier one. The largest uint72 stands for none. It walks the claimed ranges
 * one by one.
 *
 * @throws LedgerCallError when the ledger can't be asked
 *
 * @example
 * import { claims } from "@tallystick/sdk";
 *
 * const bill = { billTag: scene.digest("bill 1"), tagEpoch: 0, earlierBillTags: [], from: 0n };
 * const [left] = await claims.getLeftNeighbours(anyone, bill);
 * left === (1n << 72n) - 1n // => true
 */
export async function getLeftNeighbours(
  ledger: Ledger,
  { billTag, tagEpoch, earlierBillTags, from }: GetLeftNeighboursParameters,
): Promise<GetLeftNeighboursReturnType> {
  const bills = [{ epoch: tagEpoch, tag: billTag }, ...earlierBillTags];
  return Promise.all(bills.map(({ epoch, tag }) => leftOf(ledger, epoch, tag, from)));
}
