import type { Hex } from "../../chain/hex.ts";
import { scalarOf } from "../../chain/scalarOf.ts";
import { treeRlp } from "../../chain/treeRlp.ts";
import type { QbftExtraData } from "./qbftExtraData.ts";

/**
 * Extra data as QBFT writes it.
 *
 * @example
 * import { readQbftExtraData, writeQbftExtraData } from "@tallystick/sdk";
 *
 * const [vanity, recipient] = ["0x" + "00".repeat(32), "0x" + "11".repeat(20)];
 * const extraData = { vanity, validators: [recipient], vote: { recipient, adds: false }, round: 300, seals: [] };
 * readQbftExtraData(writeQbftExtraData(extraData)) // => extraData
 */
export function writeQbftExtraData(extraData: QbftExtraData): Hex {
  const { vanity, validators, vote, round, seals } = extraData;
  const voted = vote === undefined ? [] : [vote.recipient, vote.adds ? "0xff" : "0x"];
  return treeRlp([vanity, validators, voted, scalarOf(`0x${round.toString(16)}`), seals]);
}
