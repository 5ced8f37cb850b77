import type { DocumentFacts } from "./documentsAt.ts";
import type { EncumbranceFacts } from "./encumbranceAt.ts";
import type { PositionWord } from "./positionWord.ts";
import type { HopFacts } from "./receiptsAt.ts";
import type { ReceivableFacts } from "./receivableAt.ts";
import type { SignatureFacts } from "./signaturesAt.ts";

/** On whose word the block stands. */
export type EvidenceTrustFacts =
  | {
      /** A quorum of the validators sealed it, who descend from the trusted ones by hops that these sealed. */
      readonly kind: "validators";
      /** Accounts whose seals counted, or nodes whose signatures did. */
      readonly sealers: readonly string[];
      /** How many there were at this block. */
      readonly validators: number;
      /** By how many changes they descend from the trusted set. */
      readonly hops: number;
    }
  | {
      /** The engine has no seals: who signed the checkpoint vouches for it. */
      readonly kind: "checkpoint";
      readonly signers: readonly string[];
    };

/** What a bundle proved. Codes have sentences in `docs/reference/evidence.md`. */
export type EvidenceProof =
  | "certificate"
  | "lineage"
  | "receivable-confirmed"
  | "unencumbered"
  | "encumbered"
  | "documents"
  | "confirmation-signed"
  | "acceptance-signed"
  | "endorsements-signed"
  | "endorsement-times";

/** What it did not prove, and what a reader could wrongly take for proved. */
export type EvidenceGap =
  | "after-block"
  | "names"
  | "document-truth"
  | "documents"
  | "confirmation-signature"
  | "acceptance-signature"
  | "endorsement-signatures"
  | "endorsement-times"
  | "seals"
  | "priority";

/** What follows from a bundle, and on whose word. Amounts are minor units, times seconds. */
export type EvidenceVerdict = {
  readonly outcome: "proved";
  readonly trust: EvidenceTrustFacts;
  readonly chainId: number;
  readonly genesis: string;
  readonly block: { readonly number: number; readonly hash: string; readonly at: bigint };
  /** The certificate first, its receivable's root last; parties are member numbers. */
  readonly lineage: readonly LineageFact[];
  readonly certificate: Omit<PositionWord, "parent"> & { readonly certificate: bigint };
  readonly receivable: ReceivableFacts;
  readonly encumbrance: EncumbranceFacts;
  readonly documents: readonly DocumentFacts[];
  readonly signatures: readonly SignatureFacts[];
  readonly proved: readonly EvidenceProof[];
  readonly notProved: readonly EvidenceGap[];
};

/** One certificate of the lineage. */
export type LineageFact = {
  readonly certificate: bigint;
  readonly holder: number;
  readonly tier: number;
  /** How it came to be, where a receipt says so. */
  readonly hop: HopFacts | null;
};
