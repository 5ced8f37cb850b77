import { useState } from "react";
import { ledgerDay } from "../../api/ledgerDay.ts";
import { useRead } from "../../api/useRead.ts";
import { Dialog } from "../../components/Dialog.tsx";
import { Field } from "../../components/Field.tsx";
import { FileDigest } from "../../components/FileDigest.tsx";
import { MemberSelect } from "../../components/MemberSelect.tsx";
import { WriteForm } from "../../components/WriteForm.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";
import { minorOf } from "../certificate/minorOf.ts";

interface Payer {
  readonly settlementAccount: { readonly digest: string };
}

/** The bank records money that names no instruction. */
export function RecordPaymentDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useLanguage();
  const [payer, setPayer] = useState<number>();
  const [amount, setAmount] = useState("");
  const [currency, setCurrency] = useState("CNY");
  const [bankReference, setReference] = useState("");
  const [receiptDigest, setReceipt] = useState<string>();
  const member = useRead<Payer>(payer === undefined ? undefined : `/v1/members/${payer}`);
  const payerAccount = member.data?.settlementAccount.digest;
  const minor = minorOf(amount, currency);
  const lacks = payerAccount === undefined || minor === undefined || receiptDigest === undefined;
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
          <MemberSelect memberRole="obligor" value={payer} onChange={setPayer} />
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
