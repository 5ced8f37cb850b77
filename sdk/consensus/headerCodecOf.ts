import { z } from "zod";
import { avalancheHeaders } from "../chain/avalancheHeaders.ts";
import { ethereumHeaders } from "../chain/ethereumHeaders.ts";
import type { HeaderCodec } from "../chain/headerCodec.ts";
import { qbftHeaders } from "./qbft/qbftHeaders.ts";
import { readQbftExtraData } from "./qbft/readQbftExtraData.ts";

const block = z.looseObject({ extraData: z.string(), blockGasCost: z.string().nullish() });

function isQbft(extraData: string): boolean {
  try {
    return readQbftExtraData(extraData).validators.length > 0;
  } catch {
    return false;
  }
}

/**
 * How an engine writes its headers, by what its node answers for block 0: QBFT's block 0 lists validators, and only
 * subnet-evm's headers have a cost of their block. A wrong guess is found out at the next header, whose hash would differ.
 *
 * @example
 * import { headerCodecOf } from "@tallystick/sdk";
 *
 * headerCodecOf({ extraData: "0x", blockGasCost: "0x0" }).name // => "subnet-evm"
 * headerCodecOf({ extraData: "0x" }).name // => "ethereum"
 */
export function headerCodecOf(genesis: unknown): HeaderCodec {
  const read = block.safeParse(genesis);
  if (!read.success) return ethereumHeaders;
  const { extraData, blockGasCost } = read.data;
  if (isQbft(extraData)) return qbftHeaders;
  return blockGasCost === undefined || blockGasCost === null ? ethereumHeaders : avalancheHeaders;
}
