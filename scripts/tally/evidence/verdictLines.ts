import { currencyExponent } from "../../../sdk/money/currencyExponent.ts";
import { formatMoney } from "../../../sdk/money/formatMoney.ts";
import type {
  EvidenceGap,
  EvidenceProof,
  EvidenceVerdict,
} from "../../../sdk/provenance/evidenceVerdict.ts";
import { formatRfc3339 } from "../../../sdk/time/formatRfc3339.ts";

const proofs: Readonly<Record<EvidenceProof, string>> = {
  certificate: "the certificate exists, with this holder and value",
  lineage: "it descends from the receivable's root certificate through the holders listed",
  "receivable-confirmed": "the obligor confirmed the receivable and the creditor accepted it",
  unencumbered:
    "nothing of it is held, pledged, frozen, bound to recourse or waiting for settlement",
  encumbered: "what encumbers it, in full: liens, other holds, flags",
  documents: "the opened documents are in the trees listed",
  "confirmation-signed": "the obligor's signature of the confirmation",
  "acceptance-signed": "the creditor's signature of the acceptance",
  "endorsements-signed": "the signature of every holder that took it by a pass",
  "endorsement-times": "when and for how much every certificate of the lineage came to be",
};

const gaps: Readonly<Record<EvidenceGap, string>> = {
  "after-block": "anything that happened after this block",
  names: "who the members are: the ledger knows them by numbers",
  "document-truth": "that the documents are true",
  documents: "anything about documents: none is opened",
  "confirmation-signature": "that the obligor signed: the ledger recorded its confirmation",
  "acceptance-signature": "that the creditor signed: the ledger recorded its acceptance",
  "endorsement-signatures": "that every holder signed: the ledger recorded the passes",
  "endorsement-times": "when and for how much every certificate of the lineage came to be",
  seals: "that validators agreed on the block: it rests on the word of who signed the checkpoint",
  priority: "which of the liens comes first by law",
};

function money(amount: bigint, currency: string): string {
  try {
    currencyExponent(currency);
    return formatMoney(amount, currency);
  } catch {
    return `${amount} minor units of ${currency}`;
  }
}

function anchoring(document: EvidenceVerdict["documents"][number]): string {
  if (document.anchoredBy === "terms") return "which the confirmed terms name";
  const { member, kind, state, anchoredAt } = document;
  return `${kind} anchored by member ${member} at ${formatRfc3339(anchoredAt)}, ${state}`;
}

function trustLine({ trust }: EvidenceVerdict): string {
  if (trust.kind === "checkpoint") {
    return `On the word of ${trust.signers.join(", ")}, who signed a checkpoint.`;
  }
  const { sealers, validators, hops } = trust;
  return `Sealed by ${sealers.length} of ${validators} validators, ${hops} hops from the trusted ones.`;
}

/** A verdict as people read it. */
export function verdictLines(verdict: EvidenceVerdict): readonly string[] {
  const { block, certificate, receivable, lineage, encumbrance, documents } = verdict;
  const { currency } = receivable;
  const flags = certificate.flags.length === 0 ? "" : ` (${certificate.flags.join(", ")})`;
  return [
    `Proved, as of block ${block.number} of ${formatRfc3339(block.at)}. ${trustLine(verdict)}`,
    `Certificate ${certificate.certificate}: ${money(certificate.value, currency)} of member ${certificate.owner}, tier ${certificate.tier}${flags}.`,
    `Receivable ${receivable.receivable}: member ${receivable.obligor} owes ${money(receivable.amount, currency)} on ${receivable.dueDay}; ${receivable.state}.`,
    `Lineage, back to the root: ${lineage.map(({ holder }) => `member ${holder}`).join(" from ")}.`,
    `Pledged ${money(encumbrance.pledged, currency)}, otherwise held ${money(encumbrance.reserved, currency)}.`,
    ...encumbrance.liens.map(
      ({ lien, securedParty, amount }) =>
        `  lien ${lien} of member ${securedParty}: ${money(amount, currency)}`,
    ),
    ...documents.map(
      (document) => `Document ${document.digest} in ${document.root}, ${anchoring(document)}.`,
    ),
    "Proved:",
    ...verdict.proved.map((code) => `  ${proofs[code]}`),
    "Not proved:",
    ...verdict.notProved.map((code) => `  ${gaps[code]}`),
  ];
}
