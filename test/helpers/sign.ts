import { type Signer, TypedDataEncoder } from "ethers";
import type { Deployment } from "../../sdk/contracts/deployment.ts";
import { signedTypes } from "../../sdk/signing/signedTypes.ts";
import { signingDomain } from "../../sdk/signing/signingDomain.ts";

type Kind = keyof typeof signedTypes;

/** The signature of `signer` over a message that says every term, a deadline and an epoch. */
export async function sign(
  deployment: Deployment,
  kind: Kind,
  signer: Signer,
  message: Readonly<Record<string, unknown>>,
): Promise<string> {
  const types = { ...signedTypes[kind] };
  return await signer.signTypedData(signingDomain(deployment, kind), types, { ...message });
}

/** EIP-712 digest that `sign` signs. */
export function digestOf(
  deployment: Deployment,
  kind: Kind,
  message: Readonly<Record<string, unknown>>,
): string {
  const types = { ...signedTypes[kind] };
  return TypedDataEncoder.hash(signingDomain(deployment, kind), types, { ...message });
}
