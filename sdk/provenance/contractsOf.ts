import type { LedgerDeployment } from "../ledger/ledger.ts";
import type { EvidenceBundle } from "./evidenceBundle.ts";

/** The contracts whose storage a bundle proves, as it writes their addresses. */
export function contractsOf({
  addresses,
}: Pick<LedgerDeployment, "addresses">): EvidenceBundle["contracts"] {
  const { creditCertificates, members, receivables, liens, documentAnchors } = addresses;
  return {
    creditCertificates: creditCertificates.toLowerCase(),
    members: members.toLowerCase(),
    receivables: receivables.toLowerCase(),
    liens: liens.toLowerCase(),
    documentAnchors: documentAnchors.toLowerCase(),
  };
}
