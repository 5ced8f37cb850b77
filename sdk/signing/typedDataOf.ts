import type { LedgerDeployment } from "../ledger/ledger.ts";
import { signedTypes } from "./signedTypes.ts";
import { signingDomain } from "./signingDomain.ts";
import type { SignedUntil, TypedData } from "./typedData.ts";

/** Typed data of one kind of message on one ledger. */
export function typedDataOf(
  deployment: Pick<LedgerDeployment, "chainId" | "addresses">,
  kind: keyof typeof signedTypes,
  value: SignedUntil & Readonly<Record<string, unknown>>,
): TypedData {
  return { domain: signingDomain(deployment, kind), types: signedTypes[kind], value };
}
