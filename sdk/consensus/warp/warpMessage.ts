import type { Hex } from "../../chain/hex.ts";
import { warpBytes } from "./warpBytes.ts";
import type { WarpTrust } from "./warpTrust.ts";

/** Which chain of which network a message is about. */
export type WarpChain = Pick<WarpTrust, "networkId" | "blockchainId">;

const { u32, join, counted, fromHex } = warpBytes;
/** The codec's version, of messages and of what they carry. */
const VERSION = new Uint8Array(2);
const HASH = 0;
const ADDRESSED_CALL = 1;

function unsigned({ networkId, blockchainId }: WarpChain, payload: Uint8Array): Uint8Array {
  return join(VERSION, u32(networkId), fromHex(blockchainId), counted(payload));
}

/** What validators sign, byte by byte as the engine writes it. */
export const warpMessage = {
  /**
   * About a block: `0000 | network | chain | length | 0000 00000000 hash`. A validator signs it on request for every block that it
   * accepted, and for nothing else.
   *
   * @example
   * import { warpMessage } from "@tallystick/sdk";
   *
   * const chain = { networkId: 5, blockchainId: "0x" + "11".repeat(32) };
   * warpMessage.ofBlock(chain, "0x" + "22".repeat(32)).length // => 80
   */
  ofBlock: (chain: WarpChain, blockHash: Hex): Uint8Array =>
    unsigned(chain, join(VERSION, u32(HASH), fromHex(blockHash))),

  /**
   * An addressed call without a sender: no transaction can make one, since a transaction's has its sender. A validator signs it
   * when its operator put it into the node's configuration (`warp-off-chain-messages`), or with the key itself.
   */
  ofOperator: (chain: WarpChain, text: Uint8Array): Uint8Array =>
    unsigned(chain, join(VERSION, u32(ADDRESSED_CALL), counted(new Uint8Array()), counted(text))),
} as const;
