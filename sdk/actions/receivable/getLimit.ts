import type { Ledger } from "../../ledger/ledger.ts";
import type { LedgerErrorType } from "../../ledger/ledgerErrorType.ts";
import { readContract } from "../../ledger/readContract.ts";
import { currencyToBytes3 } from "../../money/currencyToBytes3.ts";

export type GetLimitParameters = {
  /** Member id. */
  readonly obligor: number;
  /** ISO 4217. */
  readonly currency: string;
};

export type GetLimitReturnType = {
  /** Minor units: what the obligor set, or the operator's ceiling where that is lower. */
  readonly limit: bigint;
  /** Minor units: confirmed and still open. */
  readonly inUse: bigint;
};

export type GetLimitErrorType = LedgerErrorType;

/**
 * An obligor's limit in a currency and what of it is in use.
 *
 * @throws LedgerCallError when the ledger can't be asked
 *
 * @example
 * import { receivables } from "@tallystick/sdk";
 *
 * const { terms } = await scene.confirmed();
 * const { inUse } = await receivables.getLimit(bank, { obligor: who.obligor, currency: "CNY" });
 * inUse === terms.amount // => true
 */
export async function getLimit(
  ledger: Ledger,
  { obligor, currency }: GetLimitParameters,
): Promise<GetLimitReturnType> {
  const bytes3 = currencyToBytes3(currency);
  const [limit, inUse] = await readContract(ledger, "receivables", (contract) =>
    contract.limitOf(obligor, bytes3),
  );
  return { limit, inUse };
}
