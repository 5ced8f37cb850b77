import { formatMoney } from "@tallystick/sdk";
import { useState } from "react";
import type { Limit } from "../../api/limit.ts";
import { Dialog } from "../../components/Dialog.tsx";
import { Field } from "../../components/Field.tsx";
import { WriteForm } from "../../components/WriteForm.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";
import { minorOf } from "../certificate/minorOf.ts";

/** Sets how much may be promised in a currency. */
export function LimitDialog({
  limit,
  onClose,
}: {
  readonly limit: Limit | undefined;
  readonly onClose: () => void;
}) {
  const { t } = useLanguage();
  const now = limit && formatMoney(BigInt(limit.limitMinor), limit.currency).split(" ")[0];
  const [amount, setAmount] = useState(now ?? "");
  const [currency, setCurrency] = useState(limit?.currency ?? "CNY");
  const minor = minorOf(amount, currency);
  return (
    <Dialog title={t.obligations.setLimit} onClose={onClose}>
      <WriteForm
        submit={t.obligations.setLimit}
        onDone={onClose}
        onCancel={onClose}
        write={
          minor === undefined
            ? undefined
            : {
                method: "PUT",
                path: `/v1/limits/${currency}`,
                body: { limitMinor: minor.toString() },
              }
        }
      >
        <div className="form-columns">
          <Field label={t.common.currency}>
            <input
              required
              maxLength={3}
              disabled={limit !== undefined}
              value={currency}
              onChange={({ currentTarget }) => setCurrency(currentTarget.value.toUpperCase())}
            />
          </Field>
          <Field label={t.obligations.limit} hint={t.obligations.limitHint}>
            <input
              required
              inputMode="decimal"
              value={amount}
              onChange={({ currentTarget }) => setAmount(currentTarget.value)}
            />
          </Field>
        </div>
      </WriteForm>
    </Dialog>
  );
}
