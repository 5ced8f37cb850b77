import { ledgerLayout } from "./ledgerLayout.ts";
import { storageSlot } from "./storageSlot.ts";

/** Contracts whose storage a bundle proves. */
export type EvidenceContract = keyof typeof ledgerLayout;

/** One word of one contract's storage. */
export type LedgerWord = {
  readonly contract: EvidenceContract;
  /** Storage key, 32 bytes in hex. */
  readonly slot: string;
  /** What it holds, for people. */
  readonly name: string;
};

/** Liens number certificates first among what can be pledged. */
const CERTIFICATES_INDEX = 1n << 64n;

const { creditCertificates, receivables, liens, members, documentAnchors } = ledgerLayout;

/** The words that a bundle proves, by what they are about. Numbers are the ledger's own. */
export const ledgerWord = {
  position: (certificate: bigint): LedgerWord => ({
    contract: "creditCertificates",
    slot: storageSlot(creditCertificates.mappings.positions, certificate),
    name: `certificate ${certificate}`,
  }),
  hold: (hold: bigint): LedgerWord => ({
    contract: "creditCertificates",
    slot: storageSlot(creditCertificates.mappings.holds, hold),
    name: `hold ${hold}`,
  }),
  pledged: (certificate: bigint): LedgerWord => ({
    contract: "creditCertificates",
    slot: storageSlot(creditCertificates.mappings.pledged, certificate),
    name: `what is pledged of certificate ${certificate}`,
  }),
  /** `word`: 0 what it is, 1 digest of its terms, 2 its times and its open amount. */
  receivable: (receivable: bigint, word: 0n | 1n | 2n): LedgerWord => ({
    contract: "receivables",
    slot: storageSlot(receivables.mappings.records, receivable, word),
    name: `receivable ${receivable}`,
  }),
  /** Of a certificate, by the hold that the lien is known by. */
  lien: (hold: bigint): LedgerWord => ({
    contract: "liens",
    slot: storageSlot(liens.mappings.records, CERTIFICATES_INDEX | hold),
    name: `lien ${CERTIFICATES_INDEX | hold}`,
  }),
  /** Which liens encumber a certificate. */
  lienRank: (certificate: bigint): LedgerWord => ({
    contract: "liens",
    slot: storageSlot(liens.mappings.ranks, CERTIFICATES_INDEX | certificate),
    name: `liens on certificate ${certificate}`,
  }),
  account: (address: string): LedgerWord => ({
    contract: "members",
    slot: storageSlot(members.mappings.accounts, BigInt(address)),
    name: `account ${address}`,
  }),
  anchor: (root: string): LedgerWord => ({
    contract: "documentAnchors",
    slot: storageSlot(documentAnchors.mappings.entries, BigInt(root)),
    name: `anchor ${root}`,
  }),
} as const;
