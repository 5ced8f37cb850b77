import { bytesOf } from "./bytesOf.ts";
import type { Hex } from "./hex.ts";
import { hexOf } from "./hexOf.ts";
import { type RlpItem, rlpBytes } from "./rlpBytes.ts";
import type { RlpTree } from "./rlpTree.ts";

function bytesIn(tree: RlpTree): RlpItem {
  return typeof tree === "string" ? bytesOf(tree) : tree.map(bytesIn);
}

/** RLP of a tree in hex. */
export function treeRlp(tree: RlpTree): Hex {
  return hexOf(rlpBytes(bytesIn(tree)));
}
