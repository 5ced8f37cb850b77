import { formatMoney } from "@tallystick/sdk";
import type { CertificateItem } from "../../api/certificate.ts";
import { ledgerDay } from "../../api/ledgerDay.ts";
import { Field } from "../../components/Field.tsx";
import { MemberSelect } from "../../components/MemberSelect.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";

/** A proposal as far as it is filled in. */
export interface EarlyPaymentDraft {
  readonly certificate: CertificateItem | undefined;
  readonly face: string;
  readonly paid: string;
  readonly bank: number | undefined;
  readonly expires: string;
}

/** Which certificate, how much of it ends, what is paid for it, by which bank. */
export function EarlyPaymentFields({
  draft,
  onChange,
  certificates,
}: {
  readonly draft: EarlyPaymentDraft;
  readonly onChange: (draft: EarlyPaymentDraft) => void;
  readonly certificates: readonly CertificateItem[];
}) {
  const { t, nameOf } = useLanguage();
  const set = (changes: Partial<EarlyPaymentDraft>) => onChange({ ...draft, ...changes });
  const nameFor = ({ receivable, serial, holder, freeMinor, currency }: CertificateItem) =>
    `${receivable}-${serial} · ${nameOf(holder)} · ${formatMoney(BigInt(freeMinor), currency)}`;
  return (
    <>
      <Field label={t.early.certificate}>
        <select
          value={draft.certificate?.certificate ?? ""}
          onChange={({ currentTarget: { value } }) =>
            set({ certificate: certificates.find(({ certificate }) => certificate === value) })
          }
        >
          {certificates.map((item) => (
            <option key={item.certificate} value={item.certificate}>
              {nameFor(item)}
            </option>
          ))}
        </select>
      </Field>
      <div className="form-columns">
        {(["face", "paid"] as const).map((part) => (
          <Field key={part} label={t.early[part]}>
            <input
              required
              inputMode="decimal"
              placeholder="0.00"
              value={draft[part]}
              onChange={({ currentTarget }) => set({ [part]: currentTarget.value })}
            />
          </Field>
        ))}
      </div>
      <div className="form-columns">
        <Field label={t.receivable.bank}>
          <MemberSelect
            memberRole="settlement-bank"
            value={draft.bank}
            onChange={(bank) => set({ bank })}
          />
        </Field>
        <Field label={t.receivable.expiresOn}>
          <input
            type="date"
            required
            min={ledgerDay.date()}
            value={draft.expires}
            onChange={({ currentTarget }) => set({ expires: currentTarget.value })}
          />
        </Field>
      </div>
    </>
  );
}
