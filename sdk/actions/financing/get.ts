import type { Ledger } from "../../ledger/ledger.ts";
import type { LedgerErrorType } from "../../ledger/ledgerErrorType.ts";
import { readContract } from "../../ledger/readContract.ts";
import { type FinancingState, financingStates } from "../../vocabulary/financingStates.ts";
import { nameAt } from "../../vocabulary/nameAt.ts";

export type GetParameters = {
  /** Number of the financing. */
  readonly financing: bigint;
};

export type GetReturnType = {
  /** Number of the financing. */
  readonly financing: bigint;
  /** Token id of the certificate that it buys from. */
  readonly certificate: bigint;
  /** Token id of the certificate that was delivered. */
  readonly child: bigint | undefined;
  /** Number of the hold on the value. */
  readonly hold: bigint;
  /** Principal instruction; undefined before registration. */
  readonly instruction: bigint | undefined;
  /** Instruction of the obligor's interest; undefined for none. */
  readonly interestInstruction: bigint | undefined;
  /** Member that buys. */
  readonly financier: number;
  /** Member that sells. */
  readonly holder: number;
  /** Minor units that it buys. */
  readonly value: bigint;
  /** What it pays to the holder. */
  readonly principal: bigint;
  /** Interest that the holder bears. */
  readonly discount: bigint;
  /** The financier's fee. */
  readonly fee: bigint;
  /** Interest that the obligor pays. */
  readonly obligorInterest: bigint;
  /** Settlement bank. */
  readonly bank: number;
  /** Whether the holder buys back at default. */
  readonly recourse: boolean;
  /** What the financier may keep of payments, as quoted. */
  readonly claim: bigint;
  /** Quoted price at default; 0 for the unpaid face. */
  readonly buyBackPrice: bigint;
  /** Where it is in its life. */
  readonly state: FinancingState;
  /** Block time in seconds until which it is to be registered. */
  readonly registerBy: number;
  /** Block time in seconds until which a bank may accept the payment. */
  readonly payBy: number;
  /** Time in the movables registry. */
  readonly registeredAt: number | undefined;
  /** Number there; zero before. */
  readonly registryNumber: string;
};

export type GetErrorType = LedgerErrorType;

/**
 * A financing.
 *
 * @throws LedgerError when the ledger does not know it
 *
 * @example
 * import { financings } from "@tallystick/sdk";
 *
 * const { financing, quote } = await scene.financing();
 * const { state, discount, instruction } = await financings.get(supplier, { financing });
 * state // => "accepted"
 * discount === quote.discount // => true
 * instruction // => undefined
 */
export async function get(ledger: Ledger, { financing }: GetParameters): Promise<GetReturnType> {
  const stored = await readContract(ledger, "factoring", (contract) =>
    contract.financingOf(financing),
  );
  const set = (value: bigint): bigint | undefined => (value === 0n ? undefined : value);
  return {
    financing,
    certificate: stored.token,
    child: set(stored.child),
    hold: stored.holdId,
    instruction: set(stored.instruction),
    interestInstruction: set(stored.interestInstruction),
    financier: Number(stored.financier),
    holder: Number(stored.holder),
    value: stored.value,
    principal: stored.principal,
    discount: stored.value - stored.principal - stored.fee,
    fee: stored.fee,
    obligorInterest: stored.obligorInterest,
    bank: Number(stored.bank),
    recourse: stored.recourse,
    claim: stored.claim,
    buyBackPrice: stored.buyBackPrice,
    state: nameAt(financingStates, stored.state),
    registerBy: Number(stored.registerBy),
    payBy: Number(stored.payBy),
    registeredAt: stored.registeredAt === 0n ? undefined : Number(stored.registeredAt),
    registryNumber: stored.registryNumber,
  };
}
