import { formatMoney } from "@tallystick/sdk";
import { useState } from "react";
import { ledgerDay } from "../../api/ledgerDay.ts";
import type { ReceivableItem } from "../../api/receivable.ts";
import { Dialog } from "../../components/Dialog.tsx";
import { Field } from "../../components/Field.tsx";
import { MemberSelect } from "../../components/MemberSelect.tsx";
import { WriteForm } from "../../components/WriteForm.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";
import { minorOf } from "../certificate/minorOf.ts";

/** The obligor has its bank pay the holders, all of it or a part. */
export function SettleDialog({
  receivable,
  onClose,
}: {
  readonly receivable: ReceivableItem;
  readonly onClose: () => void;
}) {
  const { t } = useLanguage();
  const { currency, liveMinor } = receivable;
  const [whole = ""] = formatMoney(BigInt(liveMinor), currency).split(" ");
  const [amount, setAmount] = useState(whole);
  const [bank, setBank] = useState<number>();
  const [expires, setExpires] = useState(ledgerDay.date(5));
  const minor = minorOf(amount, currency);
  const ready = minor !== undefined && bank !== undefined && expires !== "";
  const body = {
    amountMinor: minor?.toString(),
    bank,
    expiresAt: ledgerDay.end(expires || "2000-01-01"),
  };
  return (
    <Dialog title={t.receivable.settleTitle} onClose={onClose}>
      <WriteForm
        submit={t.receivable.settle}
        onDone={onClose}
        onCancel={onClose}
        write={
          ready ? { path: `/v1/receivables/${receivable.receivable}/settlements`, body } : undefined
        }
      >
        <p className="soft">{t.receivable.settleHint}</p>
        <Field
          label={`${t.common.amount} (${currency})`}
          hint={`${t.receivable.live}: ${whole} ${currency}`}
        >
          <input
            required
            inputMode="decimal"
            value={amount}
            onChange={({ currentTarget }) => setAmount(currentTarget.value)}
          />
        </Field>
        <div className="form-columns">
          <Field label={t.receivable.bank}>
            <MemberSelect memberRole="settlement-bank" value={bank} onChange={setBank} />
          </Field>
          <Field label={t.receivable.expiresOn}>
            <input
              type="date"
              required
              min={ledgerDay.date()}
              value={expires}
              onChange={({ currentTarget }) => setExpires(currentTarget.value)}
            />
          </Field>
        </div>
      </WriteForm>
    </Dialog>
  );
}
