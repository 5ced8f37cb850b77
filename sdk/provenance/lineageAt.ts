import { EvidenceError } from "../errors/EvidenceError.ts";
import { ledgerWord } from "./ledgerWord.ts";
import { type PositionWord, positionWord } from "./positionWord.ts";
import type { WordReader } from "./wordReader.ts";

/** A certificate of a lineage and its word. */
export type LineageLink = PositionWord & { readonly certificate: bigint };

const SERIAL_BITS = 32n;
const SERIAL_MASK = 2n ** SERIAL_BITS - 1n;

function broken(sentence: string, certificate: bigint): EvidenceError {
  const details = { certificate: certificate.toString() };
  return new EvidenceError("evidence-lineage-broken", sentence, { details });
}

function linkAt(reader: WordReader, certificate: bigint): LineageLink {
  const position = positionWord(reader.read(ledgerWord.position(certificate)));
  if (position.owner === 0) {
    throw broken(`There is no certificate ${certificate} at this block.`, certificate);
  }
  return { certificate, ...position };
}

function requireChild(child: LineageLink, parent: LineageLink): void {
  const hop = child.tier - parent.tier;
  const passed = hop === 0 || hop === 1;
  if (passed && child.owner !== parent.owner) return;
  const sentence = `Certificate ${child.certificate} is no pass of certificate ${parent.certificate}.`;
  throw broken(sentence, child.certificate);
}

/**
 * A certificate and all that it was passed from, the receivable's root certificate last.
 *
 * @throws EvidenceError `evidence-lineage-broken`
 */
export function lineageAt(
  reader: WordReader,
  certificate: bigint,
): readonly [LineageLink, ...LineageLink[]] {
  const slot = certificate >> SERIAL_BITS;
  const links: [LineageLink, ...LineageLink[]] = [linkAt(reader, certificate)];
  let last = links[0];
  while (last.parent !== 0n) {
    // Every serial is taken once and in order, so the walk ends.
    if (last.parent >= (last.certificate & SERIAL_MASK)) {
      throw broken(`Certificate ${last.certificate} is older than its parent.`, last.certificate);
    }
    const parent = linkAt(reader, (slot << SERIAL_BITS) | last.parent);
    requireChild(last, parent);
    links.push(parent);
    last = parent;
  }
  if (last.tier === 1) return links;
  throw broken(`Certificate ${last.certificate} is no root of a receivable.`, last.certificate);
}
