import { isError } from "ethers";
import { BaseError } from "../errors/BaseError.ts";
import { decodeLedgerError } from "../errors/decodeLedgerError.ts";
import type { LedgerErrorContext } from "../errors/errorContext.ts";
import { LedgerCallError } from "../errors/LedgerCallError.ts";
import { revertDataOf } from "./revertDataOf.ts";

/**
 * Turns whatever a provider, a signer or ethers threw into an error of this SDK.
 *
 * @param call what was tried, for the sentence: `receivables.confirm`
 */
export async function toLedgerError(
  thrown: unknown,
  call: string,
  context?: LedgerErrorContext,
): Promise<BaseError> {
  if (thrown instanceof BaseError) return thrown;
  const data = revertDataOf(thrown);
  const its: LedgerErrorContext = call.startsWith("warehouseReceipts")
    ? { ...context, split: "receipt" }
    : (context ?? {});
  const refusal = data === undefined ? undefined : await decodeLedgerError(data, its);
  if (refusal !== undefined) return refusal;
  const options = { cause: thrown, details: { call } };
  if (isError(thrown, "INVALID_ARGUMENT")) {
    const sentence = `Argument ${thrown.argument} of ${call} can't be used: ${thrown.shortMessage}.`;
    return new LedgerCallError("ledger-argument-invalid", sentence, options);
  }
  if (isError(thrown, "BAD_DATA")) {
    const sentence = `There is no such contract where ${call} was called.`;
    return new LedgerCallError("ledger-contract-missing", sentence, options);
  }
  if (data !== undefined || isError(thrown, "CALL_EXCEPTION")) {
    const sentence = `The call ${call} reverted for a reason that this SDK does not know.`;
    return new LedgerCallError("ledger-reverted", sentence, options);
  }
  const sentence = `The node did not answer the call ${call}.`;
  return new LedgerCallError("ledger-unreachable", sentence, options);
}
