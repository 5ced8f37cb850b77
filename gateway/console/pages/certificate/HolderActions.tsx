import { useState } from "react";
import { Link } from "react-router";
import type { CertificateItem } from "../../api/certificate.ts";
import { useWrite } from "../../api/useWrite.ts";
import { useLanguage } from "../../i18n/useLanguage.ts";
import { PledgeDialog } from "../liens/PledgeDialog.tsx";

const WEEK_MS = 7 * 86_400_000;

/** What a holder does with a certificate: pass it on, have it financed, show it to a bank. */
export function HolderActions({
  certificate,
  onPass,
}: {
  readonly certificate: CertificateItem;
  readonly onPass: () => void;
}) {
  const { t } = useLanguage();
  const share = useWrite<{ readonly url: string }>();
  const [copied, setCopied] = useState(false);
  const [pledging, setPledging] = useState(false);
  const id = certificate.certificate;
  const copy = () =>
    share.mutate(
      {
        path: `/v1/certificates/${id}/share-links`,
        body: { expiresAt: new Date(Date.now() + WEEK_MS).toISOString() },
      },
      {
        onSuccess: async ({ url }) => {
          await navigator.clipboard.writeText(new URL(url, location.origin).href);
          setCopied(true);
        },
      },
    );
  return (
    <>
      {!certificate.flags.includes("financed") && (
        <button type="button" className="button button-primary" onClick={onPass}>
          {t.splitTransfer.open}
        </button>
      )}
      <Link className="button" to={`/financing?certificate=${id}`}>
        {t.financing.request}
      </Link>
      {!certificate.flags.includes("recourse") && (
        <button type="button" className="button" onClick={() => setPledging(true)}>
          {t.liens.pledge}
        </button>
      )}
      <button type="button" className="button" onClick={copy} disabled={share.isPending}>
        {copied ? t.holdings.copied : t.holdings.share}
      </button>
      {pledging && (
        <PledgeDialog
          {...{ asset: "certificate", token: id, unit: certificate.currency }}
          free={certificate.freeMinor}
          onClose={() => setPledging(false)}
        />
      )}
    </>
  );
}
