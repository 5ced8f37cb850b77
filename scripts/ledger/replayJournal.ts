import { keccak256 } from "ethers";
import type { AnvilNode } from "./AnvilNode.ts";
import { executeBlock, type Pool } from "./executeBlock.ts";
import type { Journal } from "./Journal.ts";
import type { BlockRecord, SealRecord } from "./journalRecord.ts";
import { LedgerError } from "./LedgerError.ts";
import { readJournal } from "./readJournal.ts";
import { sealOf } from "./sealOf.ts";

/** Where a chain stands: its last block and what the node has admitted beyond it. */
export type ChainState = {
  number: number;
  hash: string;
  /** Unix seconds. */
  timestamp: number;
  pool: Pool;
};

const hex = (raw: Buffer): string => `0x${raw.toString("hex")}`;

/**
 * Gives the node every journalled block after `from`, with the same transactions in the same order
 * at the same time, and compares each block's hash with its seal.
 * @param onBlock called with each block's number, for progress.
 * @throws {LedgerError} REPLAY_MISMATCH, JOURNAL_CORRUPT, NODE_FAILED
 */
export async function replayJournal(
  node: AnvilNode,
  journal: Journal,
  from: ChainState,
  onBlock: (number: number) => void = () => undefined,
): Promise<ChainState> {
  const state: ChainState = { ...from, pool: new Map(from.pool) };
  let unsealed: BlockRecord | undefined;
  let startSeen = from.number === 0;
  for await (const { record } of readJournal(journal.path)) {
    if (record.kind === "genesis") continue;
    if (record.number <= from.number) {
      if (record.number === from.number && record.kind === "seal")
        startSeen = record.blockHash === from.hash;
      continue;
    }
    if (record.kind === "block") {
      unsealed = record;
    } else if (unsealed?.number === record.number && record.number === state.number + 1) {
      await replaySealed(node, state, unsealed, record);
      unsealed = undefined;
      onBlock(state.number);
    } else {
      throw new LedgerError("JOURNAL_CORRUPT", `The journal has no block ${state.number + 1}.`);
    }
  }
  if (!startSeen)
    throw new LedgerError(
      "REPLAY_MISMATCH",
      `The journal does not hold block ${from.number} with hash ${from.hash}.`,
    );
  await admitAgain(node, state);
  if (unsealed) await replayLast(node, journal, state, unsealed);
  return state;
}

async function replaySealed(
  node: AnvilNode,
  state: ChainState,
  record: BlockRecord,
  seal: SealRecord,
): Promise<void> {
  const { order } = seal;
  if (order || state.pool.size > 0)
    for (const raw of record.raws) state.pool.set(keccak256(raw), hex(raw));
  const raws = order
    ? order.included.map((hash) => state.pool.get(hash) ?? "0x")
    : record.raws.map(hex);
  await node.admit(raws);
  const block = await node.mine(record.timestamp);
  if (block.hash !== seal.blockHash)
    throw new LedgerError(
      "REPLAY_MISMATCH",
      `Block ${record.number} replays as ${block.hash}, but the journal says ${seal.blockHash}: ` +
        "the journal was made by another version of the node, or outside changes were made to the chain.",
    );
  const waiting = new Set(order?.waiting ?? []);
  for (const hash of state.pool.keys()) if (!waiting.has(hash)) state.pool.delete(hash);
  Object.assign(state, { number: block.number, hash: block.hash, timestamp: block.timestamp });
}

/** Puts back what was admitted and still waits; what the node refuses now waits no longer. */
async function admitAgain(node: AnvilNode, state: ChainState): Promise<void> {
  const waiting = [...state.pool];
  const outcomes = await node.admit(waiting.map(([, raw]) => raw));
  for (const [index, [hash]] of waiting.entries()) {
    const outcome = outcomes[index];
    if (!outcome || "error" in outcome) state.pool.delete(hash);
  }
}

/** The last block may have been journalled and never mined, or mined and never sealed. */
async function replayLast(
  node: AnvilNode,
  journal: Journal,
  state: ChainState,
  record: BlockRecord,
): Promise<void> {
  const raws = record.raws.map(hex);
  const outcomes = await node.admit(raws);
  const admitted: string[] = [];
  for (const [index, raw] of raws.entries()) {
    const outcome = outcomes[index];
    if (!outcome || "error" in outcome) continue;
    state.pool.set(String(outcome.result), raw);
    admitted.push(String(outcome.result));
  }
  const outcome = await executeBlock(node, state.pool, record.number, record.timestamp);
  await journal.appendSeal(sealOf(outcome, admitted));
  const { number, hash, timestamp } = outcome.block;
  Object.assign(state, { number, hash, timestamp, pool: outcome.waiting });
}
