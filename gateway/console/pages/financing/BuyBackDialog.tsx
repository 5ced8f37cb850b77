import { useState } from "react";
import { ledgerDay } from "../../api/ledgerDay.ts";
import { Dialog } from "../../components/Dialog.tsx";
import { Field } from "../../components/Field.tsx";
import { MemberSelect } from "../../components/MemberSelect.tsx";
import { WriteForm } from "../../components/WriteForm.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";

/** At default the holder of a position with recourse asks for its buy-back. */
export function BuyBackDialog({
  certificate,
  onClose,
}: {
  readonly certificate: string;
  readonly onClose: () => void;
}) {
  const { t } = useLanguage();
  const [bank, setBank] = useState<number>();
  const [until, setUntil] = useState(() => ledgerDay.date(10));
  const path = `/v1/certificates/${certificate}/buy-back-requests`;
  const ready = bank !== undefined && until !== "";
  return (
    <Dialog title={t.financing.buyBack} onClose={onClose}>
      <WriteForm
        write={ready ? { path, body: { bank, expiresAt: ledgerDay.end(until) } } : undefined}
        submit={t.financing.buyBack}
        onDone={onClose}
        onCancel={onClose}
      >
        <p className="soft">{t.financing.buyBackHint}</p>
        <Field label={t.financing.bank}>
          <MemberSelect memberRole="settlement-bank" value={bank} onChange={setBank} />
        </Field>
        <Field label={t.financing.payBy}>
          <input
            type="date"
            required
            value={until}
            onChange={({ currentTarget }) => setUntil(currentTarget.value)}
          />
        </Field>
      </WriteForm>
    </Dialog>
  );
}
