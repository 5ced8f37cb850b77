import type { BlockHeader } from "../../chain/blockHeader.ts";
import type { Hex } from "../../chain/hex.ts";
import { ConsensusError } from "../../errors/ConsensusError.ts";
import { readQbftExtraData } from "./readQbftExtraData.ts";
import type { RecoverSigner } from "./recoverSigner.ts";
import { verifyValidatorHops } from "./verifyValidatorHops.ts";

export type FindValidatorHopsParameters = {
  /** The set that the verifier trusts, and the block that it is of. */
  readonly validators: readonly Hex[];
  readonly from: bigint;
  /** Blocks to prove, in ascending order and after `from`. */
  readonly blocks: readonly bigint[];
  readonly headerAt: (block: bigint) => Promise<BlockHeader>;
  readonly recover?: RecoverSigner;
};

/**
 * The fewest headers, as halving finds them, that prove some blocks by `verifyValidatorHops`: the blocks themselves and
 * those between them at which too much of the set had changed. Where it never changed, there are none between.
 *
 * @throws ConsensusError where not even every header leads there
 */
export async function findValidatorHops(
  parameters: FindValidatorHopsParameters,
): Promise<BlockHeader[]> {
  const { from, blocks, headerAt, recover } = parameters;
  const found: BlockHeader[] = [];
  let { validators } = parameters;
  let position = from;
  const hop = (header: BlockHeader): void => {
    verifyValidatorHops({ validators, headers: [header], ...(recover && { recover }) });
    found.push(header);
    ({ validators } = readQbftExtraData(header.extraData));
    position = header.number;
  };
  for (const block of blocks) {
    const goals = [block];
    for (let goal = goals.at(-1); goal !== undefined; goal = goals.at(-1)) {
      try {
        hop(await headerAt(goal));
        goals.pop();
      } catch (error) {
        const isFar = error instanceof ConsensusError && error.code === "qbft-hop-untrusted";
        if (!isFar || goal - position <= 1n) throw error;
        goals.push(position + (goal - position) / 2n);
      }
    }
  }
  return found;
}
