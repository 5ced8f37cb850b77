import { useState } from "react";
import { CertificateLink } from "../../components/CertificateLink.tsx";
import { FileDigest } from "../../components/FileDigest.tsx";
import { WriteForm } from "../../components/WriteForm.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";

/** The bank says that it can't credit one share of a settlement run. */
export function UndeliveredForm({
  run,
  certificate,
  onDone,
}: {
  readonly run: string;
  readonly certificate: string;
  readonly onDone: () => void;
}) {
  const { t } = useLanguage();
  const [documentDigest, setDigest] = useState<string>();
  const path = `/v1/settlement-runs/${run}/undelivered-legs`;
  const ready = documentDigest !== undefined;
  return (
    <WriteForm
      write={ready ? { path, body: { certificate, documentDigest } } : undefined}
      submit={t.payments.sayUndelivered}
      onDone={onDone}
      onCancel={onDone}
      danger
    >
      <p>
        <strong>{t.payments.runTitle}: </strong>
        <CertificateLink certificate={certificate} />
      </p>
      <p className="soft">{t.payments.undeliveredHint}</p>
      <FileDigest label={t.payments.evidence} onChange={setDigest} />
    </WriteForm>
  );
}
