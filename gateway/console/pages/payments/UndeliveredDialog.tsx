import { useState } from "react";
import { Dialog } from "../../components/Dialog.tsx";
import { FileDigest } from "../../components/FileDigest.tsx";
import { WriteForm } from "../../components/WriteForm.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";

/** The bank says that it can't credit one share of a settlement run. */
export function UndeliveredDialog({
  run,
  certificate,
  onClose,
}: {
  readonly run: string;
  readonly certificate: string;
  readonly onClose: () => void;
}) {
  const { t } = useLanguage();
  const [documentDigest, setDigest] = useState<string>();
  const path = `/v1/settlement-runs/${run}/undelivered-legs`;
  const ready = documentDigest !== undefined;
  return (
    <Dialog title={t.payments.cannotCredit} onClose={onClose}>
      <WriteForm
        write={ready ? { path, body: { certificate, documentDigest } } : undefined}
        submit={t.payments.cannotCredit}
        onDone={onClose}
        onCancel={onClose}
        danger
      >
        <p className="soft">{t.payments.undeliveredHint}</p>
        <FileDigest label={t.payments.evidence} onChange={setDigest} />
      </WriteForm>
    </Dialog>
  );
}
