import type { Ledger } from "../../ledger/ledger.ts";
import type { LedgerErrorType } from "../../ledger/ledgerErrorType.ts";
import { type WriteReturnType, writeContract } from "../../ledger/writeContract.ts";
import type { WriteParameters } from "../../ledger/writeParameters.ts";
import type { ReceivableTerms } from "../../terms/terms.ts";
import { termsStruct } from "../../terms/termsStruct.ts";

export type RegisterParameters = WriteParameters & {
  /** Every term. */
  readonly terms: ReceivableTerms;
};

export type RegisterReturnType = WriteReturnType & {
  /** Its id. */
  readonly receivable: number;
  /** EIP-712 struct hash of the terms, 32 bytes in hex. */
  readonly termsDigest: string;
};

export type RegisterErrorType = LedgerErrorType;

/**
 * Registers a receivable, by its creditor or its obligor. Neither a limit nor an invoice is used up by it.
 * Terms come from `receivableTerms`, which blinds the invoices.
 *
 * @throws LedgerError `Receivables...` for terms that can't be, `Members...` for an account that may not
 *
 * @example
 * import { receivables } from "@tallystick/sdk";
 *
 * const { terms } = await scene.terms({ face: 1_000_000_00n });
 * const { receivable } = await receivables.register(supplier, { terms });
 * (await receivables.get(supplier, { receivable })).state // => "registered"
 */
export async function register(
  ledger: Ledger,
  parameters: RegisterParameters,
): Promise<RegisterReturnType> {
  const { terms } = parameters;
  const { written, eventOf } = await writeContract(
    ledger,
    "receivables",
    "register",
    parameters,
    (contract, ref) => contract.register.populateTransaction(termsStruct(terms), ref),
  );
  const event = eventOf("ReceivableRegistered");
  return { ...written, receivable: Number(event.receivable), termsDigest: event.termsDigest };
}
