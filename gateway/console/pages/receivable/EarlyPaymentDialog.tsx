import { useState } from "react";
import type { CertificateItem } from "../../api/certificate.ts";
import { ledgerDay } from "../../api/ledgerDay.ts";
import { Dialog } from "../../components/Dialog.tsx";
import { WriteForm } from "../../components/WriteForm.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";
import { minorOf } from "../certificate/minorOf.ts";
import { type EarlyPaymentDraft, EarlyPaymentFields } from "./EarlyPaymentFields.tsx";

/** Proposes to end value before its due day. */
export function EarlyPaymentDialog({
  certificates,
  onClose,
}: {
  readonly certificates: readonly CertificateItem[];
  readonly onClose: () => void;
}) {
  const { t } = useLanguage();
  const [draft, setDraft] = useState<EarlyPaymentDraft>({
    certificate: certificates[0],
    face: "",
    paid: "",
    bank: undefined,
    expires: ledgerDay.date(5),
  });
  const { certificate, bank, expires } = draft;
  const currency = certificate?.currency ?? "CNY";
  const face = minorOf(draft.face, currency);
  const paid = minorOf(draft.paid, currency);
  const ready = ![certificate, face, paid, bank].includes(undefined) && expires !== "";
  const write = ready
    ? {
        path: "/v1/early-payments/proposals",
        body: {
          certificate: certificate?.certificate,
          faceMinor: face?.toString(),
          paidMinor: paid?.toString(),
          bank,
          expiresAt: ledgerDay.end(expires),
        },
      }
    : undefined;
  return (
    <Dialog title={t.early.propose} onClose={onClose}>
      <WriteForm write={write} submit={t.early.propose} onDone={onClose} onCancel={onClose}>
        <p className="soft">{t.early.hint}</p>
        <EarlyPaymentFields draft={draft} onChange={setDraft} certificates={certificates} />
      </WriteForm>
    </Dialog>
  );
}
