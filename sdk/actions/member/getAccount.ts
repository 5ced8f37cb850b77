import type { Ledger } from "../../ledger/ledger.ts";
import type { LedgerErrorType } from "../../ledger/ledgerErrorType.ts";
import { readContract } from "../../ledger/readContract.ts";

export type GetAccountParameters = {
  /** The account. */
  readonly account: string;
};

export type GetAccountReturnType = {
  /** Member that it belongs to or waits for; undefined for nobody's. */
  readonly member: number | undefined;
  /** Block time in seconds from which it acts. */
  readonly activeFrom: number;
  /** Whether it acts for its member now. */
  readonly active: boolean;
};

export type GetAccountErrorType = LedgerErrorType;

/**
 * Whom an account acts for.
 *
 * @throws LedgerCallError when the ledger can't be asked
 *
 * @example
 * import { members } from "@tallystick/sdk";
 *
 * const { member, active } = await members.getAccount(anyone, { account: signers.buyer.address });
 * member === who.buyer // => true
 * active // => true
 */
export async function getAccount(
  ledger: Ledger,
  { account }: GetAccountParameters,
): Promise<GetAccountReturnType> {
  const [[owner, activeFrom], active] = await readContract(ledger, "members", (contract) =>
    Promise.all([contract.accountOf(account), contract.idOf(account)]),
  );
  return {
    member: owner === 0n ? undefined : Number(owner),
    activeFrom: Number(activeFrom),
    active: active !== 0n,
  };
}
