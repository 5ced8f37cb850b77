import { type FormEvent, useState } from "react";
import type { CertificateItem } from "../../api/certificate.ts";
import { useWrite } from "../../api/useWrite.ts";
import { Dialog } from "../../components/Dialog.tsx";
import { Problem } from "../../components/Problem.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";
import { minorOf } from "./minorOf.ts";
import { type PassDraft, PassFields } from "./PassFields.tsx";
import { Stick } from "./Stick.tsx";
import { writeOfPass } from "./writeOfPass.ts";

/** Splits a certificate and passes a part on: one dialog that shows what stays and what goes. */
export function SplitTransferDialog({
  certificate,
  onClose,
}: {
  readonly certificate: CertificateItem;
  readonly onClose: () => void;
}) {
  const { t } = useLanguage();
  const { currency } = certificate;
  const write = useWrite();
  const [draft, setDraft] = useState<PassDraft>({
    way: "offer",
    to: undefined,
    amount: "",
    tradeReference: "",
    days: 7,
  });
  const minor = minorOf(draft.amount, currency);
  const free = BigInt(certificate.freeMinor);
  const goes = minor === undefined || minor > free ? 0n : minor;
  const ready = goes > 0n && (draft.way === "keep" || draft.to !== undefined);
  const send = (event: FormEvent) => {
    event.preventDefault();
    write.mutate(writeOfPass(certificate.certificate, goes, draft), { onSuccess: onClose });
  };
  return (
    <Dialog title={t.splitTransfer.title} onClose={onClose}>
      <form className="form" onSubmit={send}>
        <Stick
          value={BigInt(certificate.valueMinor)}
          held={BigInt(certificate.heldMinor)}
          goes={goes}
          currency={currency}
        />
        <PassFields draft={draft} onChange={setDraft} certificate={certificate} />
        <Problem error={write.error} />
        <div className="form-actions">
          <button type="button" className="button" onClick={onClose}>
            {t.common.cancel}
          </button>
          <button
            type="submit"
            className="button button-primary"
            disabled={!ready || write.isPending}
          >
            {draft.way === "keep" ? t.splitTransfer.keep : t.common.send}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
