import { useState } from "react";
import { ledgerDay } from "../../api/ledgerDay.ts";
import type { Page } from "../../api/page.ts";
import type { Instruction } from "../../api/payment.ts";
import { useRead } from "../../api/useRead.ts";
import { Dialog } from "../../components/Dialog.tsx";
import { Field } from "../../components/Field.tsx";
import { FileDigest } from "../../components/FileDigest.tsx";
import { WriteForm } from "../../components/WriteForm.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";
import { minorOf } from "../certificate/minorOf.ts";

/** The bank records money that names no instruction. */
export function RecordPaymentDialog({ onClose }: { readonly onClose: () => void }) {
  const { t, nameOf } = useLanguage();
  const [payerAccount, setAccount] = useState("");
  const [amount, setAmount] = useState("");
  const [currency, setCurrency] = useState("CNY");
  const [bankReference, setReference] = useState("");
  const [receiptDigest, setReceipt] = useState<string>();
  const known = useRead<Page<Instruction>>("/v1/payment-instructions?role=bank&limit=200");
  // Accounts that this bank was told of, each once.
  const accounts = new Map(
    known.data?.items.map(({ payer, payerAccount: { digest } }) => [digest, payer]),
  );
  const minor = minorOf(amount, currency);
  const lacks = payerAccount === "" || minor === undefined || receiptDigest === undefined;
  const body = {
    outcome: "paid",
    payerAccount,
    amountMinor: minor?.toString(),
    currency,
    bankReference: bankReference.trim(),
    valueDate: ledgerDay.date(),
    receiptDigest,
  };
  return (
    <Dialog title={t.payments.record} onClose={onClose}>
      <WriteForm
        write={lacks ? undefined : { path: "/v1/attestations", body }}
        submit={t.payments.attest}
        onDone={onClose}
        onCancel={onClose}
      >
        <p className="soft">{t.payments.recordHint}</p>
        <Field label={t.payments.payer}>
          <select
            required
            value={payerAccount}
            onChange={({ currentTarget }) => setAccount(currentTarget.value)}
          >
            <option value="" disabled />
            {[...accounts].map(([digest, payer]) => (
              <option key={digest} value={digest}>
                {nameOf(payer)}
              </option>
            ))}
          </select>
        </Field>
        <div className="grid">
          <Field label={t.common.amount}>
            <input
              required
              inputMode="decimal"
              placeholder="0.00"
              value={amount}
              onChange={({ currentTarget }) => setAmount(currentTarget.value)}
            />
          </Field>
          <Field label={t.common.currency}>
            <input
              required
              maxLength={3}
              value={currency}
              onChange={({ currentTarget }) => setCurrency(currentTarget.value.toUpperCase())}
            />
          </Field>
        </div>
        <Field label={t.payments.bankReference}>
          <input
            required
            value={bankReference}
            onChange={({ currentTarget }) => setReference(currentTarget.value)}
          />
        </Field>
        <FileDigest label={t.payments.receipt} onChange={setReceipt} />
      </WriteForm>
    </Dialog>
  );
}
