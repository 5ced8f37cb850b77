import type { Ledger } from "../../ledger/ledger.ts";
import type { LedgerErrorType } from "../../ledger/ledgerErrorType.ts";
import { readContract } from "../../ledger/readContract.ts";

/** Nothing is asked. */
export type GetCountParameters = Readonly<Record<string, never>>;

export type GetCountReturnType = number;

export type GetCountErrorType = LedgerErrorType;

/**
 * How many receivables were registered: ids are 1 to this.
 *
 * @throws LedgerCallError when the ledger can't be asked
 *
 * @example
 * import { receivables } from "@tallystick/sdk";
 *
 * await scene.issued();
 * (await receivables.getCount(anyone)) > 0 // => true
 */
export async function getCount(
  ledger: Ledger,
  _parameters: GetCountParameters = {},
): Promise<GetCountReturnType> {
  return Number(
    await readContract(ledger, "receivables", (contract) => contract.receivableCount()),
  );
}
