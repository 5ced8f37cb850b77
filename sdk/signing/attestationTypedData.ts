import type { LedgerDeployment } from "../ledger/ledger.ts";
import type { Attestation } from "./attestation.ts";
import { attestationStruct } from "./attestationStruct.ts";
import type { SignedUntil, TypedData } from "./typedData.ts";
import { typedDataOf } from "./typedDataOf.ts";

export type AttestationTypedDataParameters = SignedUntil & { readonly attestation: Attestation };

/**
 * What a settlement bank signs to attest a payment.
 *
 * @throws MoneyError, TimeError or VocabularyError for a currency, a date or an outcome that can't be
 *
 * @example
 * import { attestationTypedData } from "@tallystick/sdk";
 *
 * const attestation = await scene.attestation();
 * const message = { attestation, deadline: 2_000_000_000, epoch: 1 };
 * attestationTypedData(deployment, message).value.outcome // => 1
 */
export function attestationTypedData(
  deployment: Pick<LedgerDeployment, "chainId" | "addresses">,
  { attestation, deadline, epoch }: AttestationTypedDataParameters,
): TypedData {
  const value = { ...attestationStruct(attestation), deadline, epoch };
  return typedDataOf(deployment, "attestation", value);
}
