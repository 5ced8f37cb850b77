import { Field } from "../../components/Field.tsx";
import { MemberSelect } from "../../components/MemberSelect.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";
import type { QuoteDraft } from "./quoteDraft.ts";

/** Through which bank, and until when what is done. */
export function QuoteDates({
  draft,
  set,
}: {
  readonly draft: QuoteDraft;
  readonly set: (changes: Partial<QuoteDraft>) => void;
}) {
  const { t } = useLanguage();
  const dates = [
    ["deadline", t.financing.validUntil],
    ["registerBy", t.financing.registerBy],
    ["payBy", t.financing.payBy],
  ] as const;
  return (
    <>
      <Field label={t.financing.bank}>
        <MemberSelect
          memberRole="settlement-bank"
          value={draft.bank}
          onChange={(bank) => set({ bank })}
        />
      </Field>
      <div className="grid">
        {dates.map(([part, label]) => (
          <Field key={part} label={label}>
            <input
              type="date"
              required
              value={draft[part]}
              onChange={({ currentTarget }) => set({ [part]: currentTarget.value })}
            />
          </Field>
        ))}
      </div>
    </>
  );
}
