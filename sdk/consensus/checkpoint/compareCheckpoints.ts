import type { BlockHeader } from "../../chain/blockHeader.ts";
import type { SignedCheckpoint } from "./signedCheckpoint.ts";
import { verifyCheckpoint } from "./verifyCheckpoint.ts";

/** What two checkpoints say of each other. */
export type CheckpointComparison = {
  readonly outcome: "agree" | "split-view" | "contradiction" | "unrelated" | "not-comparable";
  /** What follows, and no more. */
  readonly sentence: string;
  /** In a contradiction: what differs, tables by their names. */
  readonly differing: readonly string[];
};

type Outcome = CheckpointComparison["outcome"];

function told(outcome: Outcome, sentence: string, differing: string[] = []): CheckpointComparison {
  return { outcome, sentence, differing };
}

function differingIn(one: SignedCheckpoint, other: SignedCheckpoint): string[] {
  const differing = one.stateRoot === other.stateRoot ? [] : ["state root"];
  // Whoever states the block alone contradicts no table.
  if (one.digest === null || other.digest === null) return differing;
  const lines = ({ tables }: SignedCheckpoint) =>
    new Map(tables.map(({ table, rows, digest }) => [table, `${rows} ${digest}`]));
  const [ours, theirs] = [lines(one), lines(other)];
  const names = [...new Set([...ours.keys(), ...theirs.keys()])].sort();
  return [...differing, ...names.filter((name) => ours.get(name) !== theirs.get(name))];
}

function ofOneBlock(one: SignedCheckpoint, other: SignedCheckpoint): CheckpointComparison {
  const { block } = one;
  const both = `${one.signer} and ${other.signer}`;
  if (one.blockHash !== other.blockHash) {
    const sentence = `${both} signed for two different blocks ${block}: they were shown two histories, or one of them signed what it was not shown.`;
    return told("split-view", sentence);
  }
  const differing = differingIn(one, other);
  if (differing.length > 0) {
    const sentence = `${both} signed for the same block ${block}, but not for the same ${differing.join(", ")}: one of them computed it wrong.`;
    return told("contradiction", sentence, differing);
  }
  const tables = one.digest !== null && other.digest !== null;
  const what = tables ? "the same block and the same state" : "the same block";
  return told("agree", `${both} signed for ${what} at block ${block}.`);
}

/** The hash of an older block among a newer one's ancestors; undefined where the headers don't lead there. */
async function ancestorOf(
  { blockHash }: SignedCheckpoint,
  older: number,
  ancestry: AsyncIterable<BlockHeader> | Iterable<BlockHeader>,
): Promise<string | undefined> {
  let expected = blockHash;
  for await (const { number, hash, parentHash } of ancestry) {
    if (hash !== expected) return undefined;
    if (number === BigInt(older)) return hash;
    expected = parentHash;
  }
  return undefined;
}

/**
 * Whether two auditors were shown the same ledger. Both signatures are checked; whom to trust is the caller's business.
 *
 * @param ancestry for checkpoints of different blocks: the headers from the newer one's block back to the older one's,
 * each the parent of the one before it, from whatever node
 * @throws ConsensusError `checkpoint-signature-invalid`
 *
 * @example
 * import { compareCheckpoints, signCheckpoint } from "@tallystick/sdk";
 *
 * const [word, another] = ["0x" + "11".repeat(32), "0x" + "22".repeat(32)];
 * const seen = {
 *   chainId: 5, genesisHash: word, block: 7, blockHash: word, stateRoot: word, digest: null, tables: [],
 *   signer: "Plain Audit", at: "2026-11-23T00:00:00Z",
 * };
 * const one = await signCheckpoint(signers.auditor, seen);
 * const other = await signCheckpoint(signers.legal, { ...seen, signer: "Other Audit", blockHash: another });
 * (await compareCheckpoints(one, one)).outcome // => "agree"
 * (await compareCheckpoints(one, other)).outcome // => "split-view"
 */
export async function compareCheckpoints(
  one: SignedCheckpoint,
  other: SignedCheckpoint,
  ancestry?: AsyncIterable<BlockHeader> | Iterable<BlockHeader>,
): Promise<CheckpointComparison> {
  for (const checkpoint of [one, other]) verifyCheckpoint(checkpoint);
  if (one.chainId !== other.chainId) {
    return told("unrelated", `They are of the chains ${one.chainId} and ${other.chainId}.`);
  }
  if (one.genesisHash !== other.genesisHash) {
    const sentence = `Both are of chain ${one.chainId}, but ${one.signer} and ${other.signer} were shown ledgers that begin with two different blocks.`;
    return told("split-view", sentence);
  }
  if (one.block === other.block) return ofOneBlock(one, other);
  const [older, newer] = one.block < other.block ? [one, other] : [other, one];
  const blocks = `block ${older.block} of ${older.signer} and block ${newer.block} of ${newer.signer}`;
  const found = ancestry && (await ancestorOf(newer, older.block, ancestry));
  if (found === undefined) {
    const sentence = `Whether ${blocks} are of one history is not known without the headers between them.`;
    return told("not-comparable", sentence);
  }
  return found === older.blockHash
    ? told("agree", `The headers between them show ${blocks} to be of one history.`)
    : told("split-view", `The headers between them show ${blocks} to be of two histories.`);
}
