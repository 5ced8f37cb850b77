import { headerRlp } from "../chain/headerRlp.ts";
import { findValidatorHops } from "../consensus/qbft/findValidatorHops.ts";
import { readQbftExtraData } from "../consensus/qbft/readQbftExtraData.ts";
import type { EvidenceBundle } from "./evidenceBundle.ts";
import type { ExportGround } from "./exportGround.ts";

/**
 * Headers of the blocks that matter, ascending, and of those that tie them to what is trusted: where the validators
 * changed, or, without seals, all between the first and the proved one.
 */
export async function headersFor(
  { node, kind, genesis, at }: ExportGround,
  receipts: EvidenceBundle["receipts"],
): Promise<string[]> {
  const last = Number(at.number);
  const blocks = new Set([...receipts.map(({ block }) => block), last]);
  const headerAt = async (block: bigint) => (block === at.number ? at : node.header(Number(block)));
  if (kind === "qbft") {
    const { validators } = readQbftExtraData(genesis.extraData);
    const ascending = [...blocks].sort((a, b) => a - b).map(BigInt);
    const hops = await findValidatorHops({ validators, from: 0n, blocks: ascending, headerAt });
    return hops.map(headerRlp);
  }
  const headers: string[] = [];
  for (let block = Math.min(...blocks); block <= last; block += 1) {
    headers.push(headerRlp(await headerAt(BigInt(block))));
  }
  return headers;
}
