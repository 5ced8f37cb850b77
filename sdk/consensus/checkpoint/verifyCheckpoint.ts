import { verifyTypedData } from "ethers";
import { ConsensusError } from "../../errors/ConsensusError.ts";
import { checkpointTypedData } from "./checkpointTypedData.ts";
import type { SignedCheckpoint } from "./signedCheckpoint.ts";

function signerOf(checkpoint: SignedCheckpoint): string | undefined {
  const { domain, types, value } = checkpointTypedData(checkpoint);
  try {
    return verifyTypedData(domain, types, value, checkpoint.signature).toLowerCase();
  } catch {
    return undefined;
  }
}

/**
 * Checks that the account that a checkpoint names signed all of it. Whether that account is to be trusted is another
 * question.
 *
 * @throws ConsensusError `checkpoint-signature-invalid`
 *
 * @example
 * import { signCheckpoint, verifyCheckpoint } from "@tallystick/sdk";
 *
 * const word = "0x" + "11".repeat(32);
 * const signed = await signCheckpoint(signers.auditor, {
 *   chainId: 5, genesisHash: word, block: 7, blockHash: word, stateRoot: word, digest: null, tables: [],
 *   signer: "Plain Audit", at: "2026-11-23T00:00:00Z",
 * });
 * let caught;
 * try {
 *   verifyCheckpoint({ ...signed, block: 8 });
 * } catch (error) {
 *   caught = error;
 * }
 * caught.code // => "checkpoint-signature-invalid"
 */
export function verifyCheckpoint(checkpoint: SignedCheckpoint): void {
  const { account, block } = checkpoint;
  if (signerOf(checkpoint) === account.toLowerCase()) return;
  const sentence = `The checkpoint of block ${block} was not signed by ${account}.`;
  const details = { block, account };
  throw new ConsensusError("checkpoint-signature-invalid", sentence, { details });
}
