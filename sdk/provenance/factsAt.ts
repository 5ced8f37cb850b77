import { EvidenceError } from "../errors/EvidenceError.ts";
import { type DocumentFacts, documentsAt } from "./documentsAt.ts";
import { type EncumbranceFacts, encumbranceAt } from "./encumbranceAt.ts";
import type { EvidenceBundle } from "./evidenceBundle.ts";
import { type LineageLink, lineageAt } from "./lineageAt.ts";
import { type ReceivableFacts, receivableAt } from "./receivableAt.ts";
import { type SignatureFacts, signaturesAt } from "./signaturesAt.ts";
import type { WordReader } from "./wordReader.ts";

/** What the ledger's storage says of a certificate, beside what a bundle opens of documents and signatures. */
export type StorageFacts = {
  readonly lineage: readonly [LineageLink, ...LineageLink[]];
  readonly receivable: ReceivableFacts;
  readonly encumbrance: EncumbranceFacts;
  readonly documents: readonly DocumentFacts[];
  readonly signatures: readonly SignatureFacts[];
};

/** What is claimed beside storage. */
export type EvidenceClaims = Pick<
  EvidenceBundle,
  "certificate" | "chainId" | "contracts" | "signatures" | "terms" | "documents"
>;

/**
 * Reads all that a bundle is about. Whoever makes a bundle and whoever verifies it run this same function, so they need the
 * same words.
 *
 * @throws EvidenceError for what doesn't hold
 */
export function factsAt(reader: WordReader, claims: EvidenceClaims): StorageFacts {
  const lineage = lineageAt(reader, claims.certificate);
  const receivable = receivableAt(reader, claims.certificate >> 32n);
  const root = lineage[lineage.length - 1];
  if (root?.owner !== receivable.creditor) {
    throw new EvidenceError(
      "evidence-lineage-broken",
      `The root certificate isn't held by the creditor of receivable ${receivable.receivable}.`,
    );
  }
  return {
    lineage,
    receivable,
    encumbrance: encumbranceAt(reader, lineage[0], claims.contracts.liens),
    documents: documentsAt(reader, claims, receivable, lineage),
    signatures: signaturesAt(reader, claims, receivable, lineage),
  };
}
