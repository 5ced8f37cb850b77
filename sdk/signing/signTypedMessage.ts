import type { TypedDataDomain, TypedDataField } from "ethers";
import type { PartySignature } from "./partySignature.ts";
import type { TypedData } from "./typedData.ts";

/** Whatever signs EIP-712 data for one account: an ethers wallet, a remote signer, a keystore. */
export type TypedDataSigner = {
  readonly address: string;
  signTypedData(
    domain: TypedDataDomain,
    types: Record<string, TypedDataField[]>,
    value: Record<string, unknown>,
  ): Promise<string>;
};

/**
 * Signs a message of this ledger.
 *
 * @param signer whose key signs
 * @param typedData what, from one of the `...TypedData` functions
 * @returns what the ledger's verbs take: the account, the signature and the parts of the message that it repeats
 *
 * @example
 * import { acceptanceTypedData, signTypedMessage } from "@tallystick/sdk";
 *
 * const acceptance = {
 *   certificate: (1n << 32n) | 1n,
 *   to: who.buyer,
 *   value: 250_00n,
 *   tradeReference: scene.digest("order 7"),
 *   nonce: 1n,
 * };
 * const message = { acceptance, deadline: 2_000_000_000, epoch: 1 };
 * const typedData = acceptanceTypedData(deployment, message);
 * const { account, deadline } = await signTypedMessage(signers.buyer, typedData);
 * account === signers.buyer.address // => true
 * deadline // => 2_000_000_000
 */
export async function signTypedMessage(
  signer: TypedDataSigner,
  { domain, types, value }: TypedData,
): Promise<PartySignature> {
  const fields = Object.fromEntries(
    Object.entries(types).map(([name, members]) => [name, [...members]]),
  );
  const signature = await signer.signTypedData(domain, fields, { ...value });
  const { deadline, epoch } = value;
  return { account: signer.address, deadline, epoch, signature };
}
