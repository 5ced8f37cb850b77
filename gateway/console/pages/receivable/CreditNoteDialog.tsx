import { useState } from "react";
import type { ReceivableDetail } from "../../api/receivable.ts";
import { Dialog } from "../../components/Dialog.tsx";
import { Field } from "../../components/Field.tsx";
import { FileDigest } from "../../components/FileDigest.tsx";
import { WriteForm } from "../../components/WriteForm.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";
import { minorOf } from "../certificate/minorOf.ts";

/** The seller says that less of an invoice is owed than it was over. */
export function CreditNoteDialog({
  receivable,
  onClose,
}: {
  readonly receivable: ReceivableDetail;
  readonly onClose: () => void;
}) {
  const { t } = useLanguage();
  const [invoice, setInvoice] = useState(0);
  const [number, setNumber] = useState("");
  const [amount, setAmount] = useState("");
  const [documentDigest, setDigest] = useState<string>();
  const amountMinor = minorOf(amount, receivable.currency)?.toString();
  const ready = number.trim() !== "" && amountMinor !== undefined && documentDigest !== undefined;
  const body = { invoice, number: number.trim(), amountMinor, documentDigest };
  const path = `/v1/receivables/${receivable.receivable}/credit-notes`;
  return (
    <Dialog title={t.receivable.creditNote} onClose={onClose}>
      <WriteForm
        danger
        submit={t.receivable.creditNote}
        onDone={onClose}
        onCancel={onClose}
        write={ready ? { path, body } : undefined}
      >
        <p className="soft">{t.receivable.creditNoteHint}</p>
        <Field label={t.receivable.noteInvoice}>
          <select
            value={invoice}
            onChange={({ currentTarget }) => setInvoice(Number(currentTarget.value))}
          >
            {receivable.invoices.map(({ tag, number: named }, index) => (
              <option key={tag} value={index}>
                {named ?? index + 1}
              </option>
            ))}
          </select>
        </Field>
        <div className="form-columns">
          <Field label={t.receivable.noteNumber}>
            <input
              required
              value={number}
              onChange={({ currentTarget }) => setNumber(currentTarget.value)}
            />
          </Field>
          <Field label={`${t.receivable.noteAmount} (${receivable.currency})`}>
            <input
              required
              inputMode="decimal"
              value={amount}
              onChange={({ currentTarget }) => setAmount(currentTarget.value)}
            />
          </Field>
        </div>
        <FileDigest label={t.receivable.noteDocument} onChange={setDigest} />
      </WriteForm>
    </Dialog>
  );
}
