import { readCheckpoint } from "../../../sdk/consensus/checkpoint/readCheckpoint.ts";
import type { SignedCheckpoint } from "../../../sdk/consensus/checkpoint/signedCheckpoint.ts";
import { ConsensusError } from "../../../sdk/errors/ConsensusError.ts";
import { evidenceInput } from "./evidenceInput.ts";

/** Signed checkpoints, each in a file of its own. */
export async function readCheckpoints(
  files: readonly string[] = [],
): Promise<readonly SignedCheckpoint[]> {
  const read = async (file: string): Promise<SignedCheckpoint> => {
    const text = await evidenceInput(file);
    try {
      return readCheckpoint(JSON.parse(text));
    } catch (error) {
      if (error instanceof ConsensusError) throw error;
      throw new ConsensusError("checkpoint-invalid", `${file} is no JSON.`, { cause: error });
    }
  };
  return Promise.all(files.map(read));
}
