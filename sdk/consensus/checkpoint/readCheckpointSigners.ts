import { z } from "zod";
import { firstIssue } from "../../chain/firstIssue.ts";
import { ConsensusError } from "../../errors/ConsensusError.ts";
import type { CheckpointTrust } from "./checkpointTrust.ts";

const form = z.looseObject({
  chainId: z.int().positive(),
  genesis: z
    .string()
    .regex(/^0x[0-9a-fA-F]{64}$/)
    .toLowerCase(),
  signers: z
    .array(
      z.strictObject({
        name: z.string().min(1).max(200),
        account: z
          .string()
          .regex(/^0x[0-9a-fA-F]{40}$/)
          .toLowerCase(),
      }),
    )
    .min(1),
});

/**
 * Reads whom somebody trusts to sign checkpoints: `{chainId, genesis, signers: [{name, account}]}`, `genesis` being the
 * hash of block 0.
 *
 * @throws ConsensusError `checkpoint-signers-invalid`
 *
 * @example
 * import { readCheckpointSigners } from "@tallystick/sdk";
 *
 * const trusted = [{ name: "Plain Audit", account: "0x" + "11".repeat(20) }];
 * const genesis = "0x" + "22".repeat(32);
 * readCheckpointSigners({ chainId: 5, genesis, signers: trusted }).signers // => trusted
 */
export function readCheckpointSigners(json: unknown): CheckpointTrust {
  const read = form.safeParse(json);
  if (read.success) {
    const { chainId, genesis: genesisHash, signers } = read.data;
    return { chainId, genesisHash, signers };
  }
  const sentence = `That does not say who signs checkpoints: ${firstIssue(read.error)}.`;
  throw new ConsensusError("checkpoint-signers-invalid", sentence, { cause: read.error });
}
