import { firstIssue } from "../../chain/firstIssue.ts";
import { ConsensusError } from "../../errors/ConsensusError.ts";
import { checkpointForm } from "./checkpointForm.ts";
import type { SignedCheckpoint } from "./signedCheckpoint.ts";
import { verifyCheckpoint } from "./verifyCheckpoint.ts";

/**
 * Reads a signed checkpoint out of JSON, and checks that who it names signed it.
 *
 * @throws ConsensusError `checkpoint-invalid`, `checkpoint-signature-invalid`
 *
 * @example
 * import { BaseError, readCheckpoint } from "@tallystick/sdk";
 *
 * let caught;
 * try {
 *   readCheckpoint({ chainId: 1 });
 * } catch (error) {
 *   caught = error;
 * }
 * caught.code // => "checkpoint-invalid"
 */
export function readCheckpoint(json: unknown): SignedCheckpoint {
  const read = checkpointForm.safeParse(json);
  if (!read.success) {
    const sentence = `That is no signed checkpoint: ${firstIssue(read.error)}.`;
    throw new ConsensusError("checkpoint-invalid", sentence, { cause: read.error });
  }
  verifyCheckpoint(read.data);
  return read.data;
}
