import { join } from "node:path";
import { utils } from "@avalabs/avalanchejs";
import { writeDurably } from "../../ledger/writeDurably.ts";
import type { NetworkState } from "../networkState.ts";

/** Writes the pinned keys against which blocks' proofs are checked: who validates from which block on. */
export async function writeValidatorsFile(directory: string, state: NetworkState): Promise<void> {
  const { networkId, blockchainId = "" } = state;
  const bytes = utils.base58check.decode(blockchainId);
  const validators = state.validators.map(({ nodeId, publicKey, weight }) => ({
    nodeId,
    publicKey,
    weight,
  }));
  const trust = {
    kind: "warp",
    networkId,
    blockchainId: `0x${Buffer.from(bytes).toString("hex")}`,
    sets: [{ fromBlock: "0", validators }],
  };
  await writeDurably(join(directory, "validators.json"), JSON.stringify(trust, null, 2));
}
