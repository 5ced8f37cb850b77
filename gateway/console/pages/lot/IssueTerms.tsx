import { DateField } from "../../components/DateField.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";
import { TextField } from "../members/TextField.tsx";
import type { IssueDraft } from "./issueDraft.ts";

/** What a receipt says of storage, fee, insurance and its issue (Civil Code art. 909). */
export function IssueTerms({
  draft,
  set,
}: {
  readonly draft: IssueDraft;
  readonly set: (changes: Partial<IssueDraft>) => void;
}) {
  const { t } = useLanguage();
  const words = t.stockWork;
  const isInsured = draft.insurer.trim() !== "";
  const text = (part: "from" | "fee" | "per" | "insurer" | "insured" | "insuredUntil" | "place") =>
    ({ value: draft[part], onChange: (value: string) => set({ [part]: value }) }) as const;
  return (
    <>
      <div className="form-columns">
        <TextField label={`${words.fee} (${draft.currency})`} {...text("fee")} />
        <TextField label={words.feePer} {...text("per")} />
      </div>
      <div className="form-columns">
        <DateField label={words.storageFrom} {...text("from")} />
        <TextField label={words.issuedAt} {...text("place")} />
      </div>
      <TextField label={words.insurer} required={false} {...text("insurer")} />
      {isInsured && (
        <div className="form-columns">
          <TextField label={`${words.insured} (${draft.currency})`} {...text("insured")} />
          <DateField label={words.insuredUntil} {...text("insuredUntil")} />
        </div>
      )}
    </>
  );
}
