import type { ExportGround } from "./exportGround.ts";
import { type LedgerWord, ledgerWord } from "./ledgerWord.ts";
import { showsNeighbour } from "./showsNeighbour.ts";

/**
 * The liens' word of a certificate that isn't pledged, where its proof shows nothing of anybody else.
 *
 * @param withNeighbours whether it may show another word
 */
export async function absenceWords(
  { node, contracts, at }: ExportGround,
  certificate: bigint,
  withNeighbours: boolean,
): Promise<readonly LedgerWord[]> {
  const word = ledgerWord.lienRank(certificate);
  const { storageProof } = await node.proofs(contracts.liens, [word.slot], Number(at.number));
  const proof = storageProof[0]?.proof ?? [];
  return showsNeighbour(proof) && !withNeighbours ? [] : [word];
}
