import type { Freeze } from "../../api/freeze.ts";
import { Amount } from "../../components/Amount.tsx";
import { CertificateLink } from "../../components/CertificateLink.tsx";
import { Facts } from "../../components/Facts.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";

/** What an order is about. */
export function FreezeFacts({ freeze }: { readonly freeze: Freeze }) {
  const { t, nameOf } = useLanguage();
  return (
    <Facts
      items={[
        [
          t.desk.certificatePart,
          <CertificateLink key="certificate" certificate={freeze.certificate} />,
        ],
        [
          t.common.amount,
          <Amount key="amount" minor={freeze.valueMinor} currency={freeze.currency} />,
        ],
        [t.common.holder, nameOf(freeze.holder)],
        [t.common.obligor, nameOf(freeze.obligor)],
        [t.desk.proposedBy, nameOf(freeze.proposedBy)],
        [
          t.desk.document,
          <span key="document" className="mono">
            {freeze.documentDigest.slice(0, 18)}…
          </span>,
        ],
      ]}
    />
  );
}
