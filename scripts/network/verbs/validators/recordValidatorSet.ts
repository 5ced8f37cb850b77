import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { writeDurably } from "../../../ledger/writeDurably.ts";
import type { NetworkState } from "../../networkState.ts";
import { askValidator } from "../../validator/askValidator.ts";

const pinned = z.looseObject({
  kind: z.literal("warp"),
  networkId: z.int(),
  blockchainId: z.string(),
  sets: z.array(z.looseObject({ fromBlock: z.string() })),
});

async function headOf({ validators }: NetworkState): Promise<bigint> {
  for (const { rpcUrl } of validators) {
    if (rpcUrl === undefined) continue;
    try {
      return BigInt(String(await askValidator(rpcUrl, "eth_blockNumber")));
    } catch {
      // The next one may answer.
    }
  }
  throw new Error("No validator says which block is the last one.");
}

/**
 * Adds the validators of now to the pinned keys, from the block after the last one. Whoever checks proofs elsewhere must be
 * given the file anew; gateways read it as soon as it changes.
 */
export async function recordValidatorSet(directory: string, state: NetworkState): Promise<bigint> {
  const file = join(directory, "validators.json");
  const trust = pinned.parse(JSON.parse(await readFile(file, "utf8")));
  const fromBlock = (await headOf(state)) + 1n;
  const validators = state.validators
    .filter(({ retired }) => retired !== true)
    .map(({ nodeId, publicKey, weight }) => ({ nodeId, publicKey, weight }));
  const earlier = trust.sets.filter((set) => BigInt(set.fromBlock) < fromBlock);
  const sets = [...earlier, { fromBlock: fromBlock.toString(), validators }];
  await writeDurably(file, JSON.stringify({ ...trust, sets }, null, 2));
  return fromBlock;
}
