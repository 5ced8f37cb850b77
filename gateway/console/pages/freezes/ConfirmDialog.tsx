import { useState } from "react";
import type { Freeze } from "../../api/freeze.ts";
import { Dialog } from "../../components/Dialog.tsx";
import { FileDigest } from "../../components/FileDigest.tsx";
import { Notice } from "../../components/Notice.tsx";
import { WriteForm } from "../../components/WriteForm.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";
import { FreezeFacts } from "./FreezeFacts.tsx";

/** Another legal account confirms what was proposed, by the same document. */
export function ConfirmDialog({
  freeze,
  onClose,
}: {
  readonly freeze: Freeze;
  readonly onClose: () => void;
}) {
  const { t } = useLanguage();
  const [documentDigest, setDigest] = useState<string>();
  const same = documentDigest === freeze.documentDigest;
  const path = `/v1/certificates/${freeze.certificate}/freeze-confirmations`;
  return (
    <Dialog
      title={`${t.freezes.confirm}: ${freeze.freezes ? t.freezes.freeze : t.freezes.release}`}
      onClose={onClose}
    >
      <WriteForm
        write={same ? { path, body: { freeze: freeze.freezes, documentDigest } } : undefined}
        submit={t.freezes.confirm}
        onDone={onClose}
        onCancel={onClose}
      >
        <FreezeFacts freeze={freeze} />
        <p className="soft">{t.freezes.sameDocument}</p>
        <FileDigest label={t.freezes.order} onChange={setDigest} />
        {documentDigest !== undefined && !same && (
          <Notice tone="notice-bad">{t.freezes.otherDocument}</Notice>
        )}
      </WriteForm>
    </Dialog>
  );
}
