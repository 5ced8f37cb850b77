import type { Block } from "../chain/block.ts";
import type { ChainSource } from "../chain/createChainSource.ts";
import { InconsistentRange } from "../chain/inconsistentRange.ts";
import type { Checkpoint } from "./checkpoint.ts";

/**
 * Undoing needs evidence, not one odd answer: the node must say twice that another block is in the checkpoint's place, or,
 * when its chain is `shorter` than that, in the place of a recent one. Rejects with `InconsistentRange` otherwise.
 */
export async function checkReorganised(
  source: ChainSource,
  from: Checkpoint,
  shorter: Block | undefined,
): Promise<void> {
  const number = shorter?.number ?? from.blockNumber;
  const block = await source.block(number);
  const isEvident =
    shorter === undefined ? block?.hash !== from.blockHash : block?.hash === shorter.hash;
  if (block !== undefined && isEvident) return;
  throw new InconsistentRange(`The node contradicts itself about block ${number}.`);
}
