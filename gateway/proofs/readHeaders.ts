import { type BlockHeader, type HeaderCodec, headerFromRpc } from "@tallystick/sdk";
import { NodeFault } from "../chain/nodeFault.ts";
import type { Rpc } from "../chain/rpc.ts";

/**
 * Headers of all blocks of a range, each hashed here and the parent of the next one.
 *
 * @throws NodeFault when the node's blocks don't follow one another; ChainProofError when one isn't what it is named
 */
export async function readHeaders(
  rpc: Rpc,
  codec: HeaderCodec,
  from: number,
  to: number,
): Promise<readonly BlockHeader[]> {
  const numbers = Array.from({ length: to - from + 1 }, (_, index) => from + index);
  const headers = await Promise.all(
    numbers.map(async (number) => {
      const json = await rpc.send("eth_getBlockByNumber", [`0x${number.toString(16)}`, false]);
      return headerFromRpc(json, codec);
    }),
  );
  for (const [at, header] of headers.entries()) {
    const parent = headers[at - 1];
    const follows = parent === undefined || header.parentHash === parent.hash;
    if (follows && Number(header.number) === from + at) continue;
    throw new NodeFault(`The node's block ${from + at} does not follow block ${from + at - 1}.`);
  }
  return headers;
}
