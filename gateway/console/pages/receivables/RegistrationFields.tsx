import { Field } from "../../components/Field.tsx";
import { FileDigest } from "../../components/FileDigest.tsx";
import { MemberSelect } from "../../components/MemberSelect.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";
import { InvoiceFields } from "./InvoiceFields.tsx";
import type { RegistrationDraft } from "./registrationDraft.ts";

const dates = [
  ["delivery", "delivered"],
  ["contractDue", "contractDue"],
  ["due", "due"],
] as const;

/** Everything that a registration says. */
export function RegistrationFields({
  draft,
  onChange,
}: {
  readonly draft: RegistrationDraft;
  readonly onChange: (draft: RegistrationDraft) => void;
}) {
  const { t } = useLanguage();
  const set = (changes: Partial<RegistrationDraft>) => onChange({ ...draft, ...changes });
  return (
    <>
      <div className="form-columns">
        <Field label={t.common.obligor}>
          <MemberSelect
            memberRole="obligor"
            value={draft.obligor}
            onChange={(obligor) => set({ obligor })}
          />
        </Field>
        <Field label={t.common.currency}>
          <input
            required
            maxLength={3}
            pattern="[A-Z]{3}"
            value={draft.currency}
            onChange={({ currentTarget }) => set({ currency: currentTarget.value.toUpperCase() })}
          />
        </Field>
      </div>
      <div className="form-columns">
        {dates.map(([part, label]) => (
          <Field key={part} label={t.registration[label]}>
            <input
              type="date"
              required
              value={draft[part]}
              onChange={({ currentTarget }) => set({ [part]: currentTarget.value })}
            />
          </Field>
        ))}
      </div>
      <InvoiceFields invoices={draft.invoices} onChange={(invoices) => set({ invoices })} />
      <FileDigest
        label={t.registration.documents}
        required={false}
        onChange={(documents) => set({ documents })}
      />
      <div className="form-columns">
        <Field label={t.registration.longTerm} hint={t.registration.longTermHint}>
          <input
            value={draft.longTerm}
            onChange={({ currentTarget }) => set({ longTerm: currentTarget.value })}
          />
        </Field>
        <Field label={t.registration.interestShare}>
          <input
            inputMode="decimal"
            value={draft.interestShare}
            onChange={({ currentTarget }) => set({ interestShare: currentTarget.value })}
          />
        </Field>
      </div>
      {(["defenceWaiver", "noticeByLedger"] as const).map((part) => (
        <label key={part} className="row tick-line">
          <input
            type="checkbox"
            className="tick"
            checked={draft[part]}
            onChange={({ currentTarget }) => set({ [part]: currentTarget.checked })}
          />
          {t.registration[part]}
        </label>
      ))}
    </>
  );
}
