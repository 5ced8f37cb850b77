import { useState } from "react";
import { ledgerDay } from "../../api/ledgerDay.ts";
import type { ReceivableItem } from "../../api/receivable.ts";
import { Amount } from "../../components/Amount.tsx";
import { Dialog } from "../../components/Dialog.tsx";
import { Facts } from "../../components/Facts.tsx";
import { Field } from "../../components/Field.tsx";
import { WriteForm } from "../../components/WriteForm.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";

/** The obligor's promise. */
export function ConfirmDialog({
  receivable,
  onClose,
}: {
  readonly receivable: ReceivableItem;
  readonly onClose: () => void;
}) {
  const { t, nameOf } = useLanguage();
  const [acceptBy, setAcceptBy] = useState(ledgerDay.date(14));
  const { amountMinor, currency } = receivable;
  return (
    <Dialog title={t.receivable.confirm} onClose={onClose}>
      <WriteForm
        submit={t.receivable.confirm}
        onDone={onClose}
        onCancel={onClose}
        write={
          acceptBy === ""
            ? undefined
            : {
                path: `/v1/receivables/${receivable.receivable}/confirmation`,
                body: { acceptBy: ledgerDay.end(acceptBy) },
              }
        }
      >
        <p className="soft">{t.receivable.confirmHint}</p>
        <Facts
          items={[
            [t.common.creditor, nameOf(receivable.creditor)],
            [t.common.amount, <Amount key="amount" minor={amountMinor} currency={currency} />],
            [t.common.dueDate, receivable.dueDate],
          ]}
        />
        <Field label={t.receivables.acceptBy}>
          <input
            type="date"
            required
            min={ledgerDay.date()}
            value={acceptBy}
            onChange={({ currentTarget }) => setAcceptBy(currentTarget.value)}
          />
        </Field>
      </WriteForm>
    </Dialog>
  );
}
