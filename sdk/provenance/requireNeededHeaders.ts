import type { BlockHeader } from "../chain/blockHeader.ts";
import { EvidenceError } from "../errors/EvidenceError.ts";
import type { EvidenceBundle } from "./evidenceBundle.ts";

type Bundle = Pick<EvidenceBundle, "consensus" | "block" | "receipts">;

/** Blocks that matter, and those from each of them up to the first that is signed for. */
function coveredBy(needed: ReadonlySet<number>, signed: ReadonlySet<number>): Set<number> {
  const covered = new Set<number>();
  const last = Math.max(...needed, ...signed);
  for (const block of needed) {
    for (let at = block; at <= last; at += 1) {
      covered.add(at);
      if (signed.has(at)) break;
    }
  }
  return covered;
}

/**
 * Every header ties a block that matters to what is trusted, and every signed message proves one: more would show more than that,
 * or could be changed without being noticed.
 *
 * @throws EvidenceError `evidence-superfluous`
 */
export function requireNeededHeaders(
  { block, receipts, consensus }: Bundle,
  headers: readonly BlockHeader[],
): void {
  const needed = new Set([block, ...receipts.map((receipt) => receipt.block)]);
  const numbers = new Set(headers.map(({ number }) => Number(number)));
  const last = Math.max(...needed);
  const signed = consensus.kind === "warp" ? consensus.signatures.map((its) => its.block) : [];
  const covered = coveredBy(needed, new Set(signed));
  const isSurplus = (number: number): boolean => {
    if (consensus.kind === "warp") return !covered.has(number);
    if (needed.has(number)) return false;
    return consensus.kind === "qbft" ? number > last : !numbers.has(number - 1);
  };
  const ascending = signed.every((number, at) => at === 0 || number > (signed[at - 1] ?? 0));
  const surplus = [...numbers].find(isSurplus);
  if (surplus === undefined && ascending) return;
  const sentence =
    surplus === undefined
      ? "What validators signed is in the bundle twice, or out of order."
      : `Nothing in the bundle needs the header of block ${surplus}.`;
  throw new EvidenceError("evidence-superfluous", sentence);
}
