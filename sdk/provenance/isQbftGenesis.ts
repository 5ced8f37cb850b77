import type { BlockHeader } from "../chain/blockHeader.ts";
import { readQbftExtraData } from "../consensus/qbft/readQbftExtraData.ts";

/** Whether a chain's blocks are sealed as QBFT does, by validators that its block 0 lists. */
export function isQbftGenesis({ extraData }: Pick<BlockHeader, "extraData">): boolean {
  try {
    return readQbftExtraData(extraData).validators.length > 0;
  } catch {
    return false;
  }
}
