import type { Ledger } from "../../ledger/ledger.ts";
import type { LedgerErrorType } from "../../ledger/ledgerErrorType.ts";
import { readContract } from "../../ledger/readContract.ts";

export type GetLeftNeighbourParameters = {
  /** Fingerprint of the bill, 32 bytes in hex. */
  readonly billTag: string;
  /** Start of the range that is to be claimed. */
  readonly from: bigint;
  /** Key epoch of the tag; 0 by default. */
  readonly epoch?: number | undefined;
};

export type GetLeftNeighbourReturnType = bigint;

export type GetLeftNeighbourErrorType = LedgerErrorType;

/**
 * Where the nearest claimed range of a bill below another range starts, as `earlyPayments.retireToBill` takes it; the largest
 * uint72 when there is none. It walks the claimed ranges one by one.
 *
 * @throws LedgerCallError when the ledger can't be asked
 *
 * @example
 * import { claims } from "@tallystick/sdk";
 *
 * const bill = { billTag: scene.digest("bill 1"), from: 0n };
 * (await claims.getLeftNeighbour(anyone, bill)) === (1n << 72n) - 1n // => true
 */
export async function getLeftNeighbour(
  ledger: Ledger,
  { billTag, from, epoch = 0 }: GetLeftNeighbourParameters,
): Promise<GetLeftNeighbourReturnType> {
  const none = (1n << 72n) - 1n;
  let left = none;
  for (;;) {
    const [start, end] = await readContract(ledger, "claims", (contract) =>
      contract.rangeAfter(epoch, billTag, left),
    );
    if (end === 0n || start >= from) return left;
    left = start;
  }
}
