import { headerRlp } from "../chain/headerRlp.ts";
import type { SignedCheckpoint } from "../consensus/checkpoint/signedCheckpoint.ts";
import { findValidatorHops } from "../consensus/qbft/findValidatorHops.ts";
import { readQbftExtraData } from "../consensus/qbft/readQbftExtraData.ts";
import { EvidenceError } from "../errors/EvidenceError.ts";
import type { EvidenceBundle } from "./evidenceBundle.ts";
import type { ExportGround } from "./exportGround.ts";
import { type SignedMessageOf, signedHeadersFor } from "./signedHeadersFor.ts";

/** What is at hand beside the node. */
export type HeaderSupport = {
  readonly checkpoints?: readonly SignedCheckpoint[] | undefined;
  readonly signedMessageOf?: SignedMessageOf | undefined;
};

type Proof = Pick<EvidenceBundle, "headers" | "consensus">;

/**
 * Headers of the blocks that matter, ascending, and of those that tie them to what is trusted: where the validators
 * changed, or up to a block that they signed for, or, without seals, all between the first and the proved one.
 *
 * @throws EvidenceError `evidence-not-exported`
 */
export async function headersFor(
  { node, kind, genesis, at }: ExportGround,
  receipts: EvidenceBundle["receipts"],
  { checkpoints = [], signedMessageOf }: HeaderSupport,
): Promise<Proof> {
  const last = Number(at.number);
  const blocks = new Set([...receipts.map(({ block }) => block), last]);
  const ascending = [...blocks].sort((a, b) => a - b);
  const headerAt = async (block: bigint) => (block === at.number ? at : node.header(Number(block)));
  if (kind === "qbft") {
    const { validators } = readQbftExtraData(genesis.extraData);
    const numbers = ascending.map(BigInt);
    const hops = await findValidatorHops({ validators, from: 0n, blocks: numbers, headerAt });
    return { headers: hops.map(headerRlp), consensus: { kind } };
  }
  if (kind === "warp") {
    if (signedMessageOf === undefined) {
      const sentence =
        "Blocks of this engine are proved by what its validators sign: say who asks them, or where it is kept.";
      throw new EvidenceError("evidence-not-exported", sentence);
    }
    const { headers, signatures } = await signedHeadersFor(node, ascending, signedMessageOf);
    return { headers, consensus: { kind, signatures } };
  }
  const headers: string[] = [];
  for (let block = Math.min(...blocks); block <= last; block += 1) {
    headers.push(headerRlp(await headerAt(BigInt(block))));
  }
  return { headers, consensus: { kind, checkpoints: [...checkpoints] } };
}
