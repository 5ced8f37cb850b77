import type { Hex } from "./hex.ts";
import { hexOf } from "./hexOf.ts";
import { orderedTrie } from "./orderedTrie.ts";

/**
 * The root of a block's transactions or receipts.
 *
 * @param values their encodings (`transactionRlp`, `receiptRlp`), in the block's order
 *
 * @example
 * import { trieRoot } from "@tallystick/sdk";
 *
 * trieRoot([]) // => "0x56e81f171bcc55a6ff8345e692c0f86e5b48e01b996cadc001622fb5e363b421"
 */
export function trieRoot(values: readonly Hex[]): Hex {
  return hexOf(orderedTrie(values));
}
