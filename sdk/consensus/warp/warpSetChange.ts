import { utf8ToBytes } from "@noble/hashes/utils.js";
import { type WarpChain, warpMessage } from "./warpMessage.ts";
import type { WarpSet } from "./warpTrust.ts";

const TITLE = "Tallystick validators\n";

function textOf({ fromBlock, validators }: Pick<WarpSet, "fromBlock" | "validators">): Uint8Array {
  const lines = [...validators]
    .sort((left, right) => (left.nodeId < right.nodeId ? -1 : 1))
    .map(({ nodeId, publicKey, weight }) => `${nodeId} ${publicKey} ${weight}\n`);
  return utf8ToBytes(`${TITLE}from block ${fromBlock}\n${lines.join("")}`);
}

/**
 * The message by which a quorum of a set says who comes after it: text, so that an operator can read what it signs. It is an
 * addressed call without a sender, which no transaction can bring about.
 *
 * @example
 * import { warpSetChange } from "@tallystick/sdk";
 *
 * const chain = { networkId: 5, blockchainId: "0x" + "11".repeat(32) };
 * const nodeId = "NodeID-7rP3wL76y2k848W74su7whbmb1mj8yoQH";
 * const validators = [{ nodeId, publicKey: "0x" + "aa".repeat(48), weight: 1_000n }];
 * warpSetChange(chain, { fromBlock: 7n, validators }).length // => 236
 */
export function warpSetChange(
  chain: WarpChain,
  set: Pick<WarpSet, "fromBlock" | "validators">,
): Uint8Array {
  return warpMessage.ofOperator(chain, textOf(set));
}
