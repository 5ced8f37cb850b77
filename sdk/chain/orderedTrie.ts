import { keccak } from "../anchors/keccak.ts";
import { bytesOf } from "./bytesOf.ts";
import type { Hex } from "./hex.ts";
import { indexKey } from "./indexKey.ts";
import { nibblesOf } from "./nibblesOf.ts";
import { type RlpItem, rlpBytes } from "./rlpBytes.ts";

type Entry = { readonly path: Uint8Array; readonly index: number; readonly value: Uint8Array };

/** Hears of each node that others name by its hash, and of the root; a node comes after those under it. */
type OnNode = (rlp: Uint8Array, holds: (index: number) => boolean) => void;

const EMPTY = new Uint8Array();

function compactPath(nibbles: Uint8Array, isLeaf: boolean): Uint8Array {
  const isOdd = nibbles.length % 2 === 1;
  const flag = (isLeaf ? 2 : 0) + (isOdd ? 1 : 0);
  const whole = isOdd ? [flag, ...nibbles] : [flag, 0, ...nibbles];
  const bytes = new Uint8Array(whole.length / 2);
  for (const index of bytes.keys()) {
    bytes[index] = ((whole[index * 2] ?? 0) << 4) | (whole[index * 2 + 1] ?? 0);
  }
  return bytes;
}

/** Where the paths of sorted entries part; the first and the last differ first. */
function forkOf(entries: readonly Entry[], depth: number): number {
  const [first, last] = [entries[0], entries.at(-1)];
  let fork = depth;
  while (first !== undefined && first.path[fork] === last?.path[fork]) fork += 1;
  return fork;
}

function nodeOf(entries: readonly Entry[], depth: number, onNode: OnNode): RlpItem {
  const [first] = entries;
  if (first === undefined) return EMPTY;
  if (entries.length === 1) return [compactPath(first.path.subarray(depth), true), first.value];
  const fork = forkOf(entries, depth);
  const below = Map.groupBy(entries, ({ path }) => path[fork]);
  const children = Array.from({ length: 16 }, (_, nibble) =>
    linkTo(below.get(nibble) ?? [], fork + 1, onNode),
  );
  // No key begins with another one, so that no branch holds a value of its own.
  const branch = [...children, EMPTY];
  if (fork === depth) return branch;
  return [compactPath(first.path.subarray(depth, fork), false), named(branch, entries, onNode)];
}

/** How a parent has a node: by its hash, or as it is when that is shorter. */
function named(node: RlpItem, entries: readonly Entry[], onNode: OnNode): RlpItem {
  const rlp = rlpBytes(node);
  if (rlp.length < 32) return node;
  onNode(rlp, (index) => entries.some((entry) => entry.index === index));
  return keccak(rlp);
}

function linkTo(entries: readonly Entry[], depth: number, onNode: OnNode): RlpItem {
  return entries.length === 0 ? EMPTY : named(nodeOf(entries, depth, onNode), entries, onNode);
}

function before(one: Uint8Array, other: Uint8Array): number {
  const place = one.findIndex((nibble, index) => nibble !== other[index]);
  return (one[place] ?? 0) - (other[place] ?? 0);
}

/** The trie in which a block keeps its transactions or receipts, under their numbers; answers its root. */
export function orderedTrie(values: readonly Hex[], onNode: OnNode = () => undefined): Uint8Array {
  const entries = values.map((value, index) => ({
    path: nibblesOf(bytesOf(indexKey(index))),
    index,
    value: bytesOf(value),
  }));
  entries.sort((one, other) => before(one.path, other.path));
  const root = rlpBytes(nodeOf(entries, 0, onNode));
  onNode(root, () => true);
  return keccak(root);
}
