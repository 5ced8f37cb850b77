import { decodeEvent } from "../events/decodeEvent.ts";
import type { EventArgs } from "../events/ledgerEvent.ts";
import { ledgerInterfaces } from "../events/ledgerInterfaces.ts";
import type { ReceivableTerms } from "../terms/terms.ts";
import { termsFromEvent } from "../terms/termsFromEvent.ts";
import type { EvidenceBundle } from "./evidenceBundle.ts";
import type { LifeLogs } from "./lifeLogs.ts";

function termsIn(registered: LifeLogs["registered"]): ReceivableTerms | undefined {
  if (registered === undefined) return undefined;
  const event = decodeEvent(ledgerInterfaces.receivables, registered);
  // The ABI that decoded it is the one that the types were generated from.
  return termsFromEvent(event?.args as EventArgs<"receivables", "ReceivableRegistered">);
}

/** A receivable's terms where a chosen document lies below their document root; otherwise they stay closed. */
export function openedTerms(
  registered: LifeLogs["registered"],
  documents: EvidenceBundle["documents"],
): EvidenceBundle["terms"] {
  if (documents.length === 0) return null;
  const terms = termsIn(registered);
  if (terms === undefined || !documents.some(({ root }) => root === terms.documentRoot))
    return null;
  return {
    ...terms,
    invoices: [...terms.invoices],
    earlier: terms.earlier.map(({ epoch, tags }) => ({ epoch, tags: [...tags] })),
    fees: [...terms.fees],
  };
}
