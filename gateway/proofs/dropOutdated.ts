import { ConsensusError, verifyWarpBlock, type WarpTrust } from "@tallystick/sdk";
import type { Database } from "../database/database.ts";
import { blockProofs } from "./blockProofs.ts";

/** More blocks than are signed for before a gateway notices that its file changed. */
const MOST = 64;

function holds(trust: WarpTrust, block: Parameters<typeof verifyWarpBlock>[1]): boolean {
  try {
    verifyWarpBlock(trust, block);
    return true;
  } catch (error) {
    if (error instanceof ConsensusError) return false;
    throw error;
  }
}

/** Drops proofs, from a change of the validators on, that those before it signed: they are collected again. */
export async function dropOutdated(
  database: Database,
  trust: WarpTrust,
  since: number,
): Promise<void> {
  for (const block of await blockProofs.signedSince(database, since, MOST)) {
    if (!holds(trust, block)) await blockProofs.drop(database, block.number);
  }
}
