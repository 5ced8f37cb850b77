import type { BlockHeader } from "../chain/blockHeader.ts";
import { headerRlp } from "../chain/headerRlp.ts";
import type { Hex } from "../chain/hex.ts";
import { EvidenceError } from "../errors/EvidenceError.ts";
import type { EvidenceBundle } from "./evidenceBundle.ts";
import type { EvidenceNode } from "./evidenceNode.ts";

/** What validators signed about a block; undefined where they didn't, or it isn't kept. */
export type SignedMessageOf = (
  block: Pick<BlockHeader, "number" | "hash">,
) => Promise<Hex | undefined>;

type Signature = { readonly block: number; readonly message: string };

/** So many blocks may be between one that matters and a later one that is signed for. */
const MOST_BETWEEN = 256;

/**
 * Headers of the blocks that matter, each with what validators signed about it, or with the headers up to a later block for which
 * they did.
 *
 * @param blocks numbers, ascending
 * @throws EvidenceError `evidence-not-exported` where no signed block follows
 */
export async function signedHeadersFor(
  node: Pick<EvidenceNode, "header">,
  blocks: readonly number[],
  signedMessageOf: SignedMessageOf,
): Promise<Pick<EvidenceBundle, "headers"> & { readonly signatures: Signature[] }> {
  const headers = new Map<number, string>();
  const signatures: Signature[] = [];
  for (const block of blocks) {
    for (let at = block; !headers.has(at); at += 1) {
      if (at - block > MOST_BETWEEN) {
        const sentence = `No signatures of validators are at hand for block ${block}, nor for one of the next ${MOST_BETWEEN}.`;
        throw new EvidenceError("evidence-not-exported", sentence);
      }
      const header = await node.header(at);
      headers.set(at, headerRlp(header));
      const message = await signedMessageOf(header);
      if (message === undefined) continue;
      signatures.push({ block: at, message });
      break;
    }
  }
  const ascending = [...headers].sort(([left], [right]) => left - right);
  signatures.sort((left, right) => left.block - right.block);
  return { headers: ascending.map(([, rlp]) => rlp), signatures };
}
