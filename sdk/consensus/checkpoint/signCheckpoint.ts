import type { Signer } from "ethers";
import { checkpointTypedData } from "./checkpointTypedData.ts";
import type { Checkpoint, SignedCheckpoint } from "./signedCheckpoint.ts";

/**
 * Signs a checkpoint with an auditor's key; no transaction is sent.
 *
 * @example
 * import { signCheckpoint, verifyCheckpoint } from "@tallystick/sdk";
 *
 * const word = "0x" + "11".repeat(32);
 * const signed = await signCheckpoint(signers.auditor, {
 *   chainId: 5, genesisHash: word, block: 7, blockHash: word, stateRoot: word, digest: null, tables: [],
 *   signer: "Plain Audit", at: "2026-11-23T00:00:00Z",
 * });
 * verifyCheckpoint(signed) // => undefined
 * signed.account === signers.auditor.address.toLowerCase() // => true
 */
export async function signCheckpoint(
  signer: Pick<Signer, "getAddress" | "signTypedData">,
  checkpoint: Checkpoint,
): Promise<SignedCheckpoint> {
  const { domain, types, value } = checkpointTypedData(checkpoint);
  const signature = await signer.signTypedData(domain, types, value);
  const account = (await signer.getAddress()).toLowerCase();
  return { ...checkpoint, account, signature: signature.toLowerCase() };
}
