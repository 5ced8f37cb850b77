import { useState } from "react";
import type { Lot } from "../../api/lot.ts";
import { Dialog } from "../../components/Dialog.tsx";
import { Field } from "../../components/Field.tsx";
import { MemberSelect } from "../../components/MemberSelect.tsx";
import { QuantityField } from "../../components/QuantityField.tsx";
import { WriteForm } from "../../components/WriteForm.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";
import { TextField } from "../members/TextField.tsx";
import { IssueTerms } from "./IssueTerms.tsx";
import { type IssueDraft, issueDraft } from "./issueDraft.ts";

/** The lot's custodian issues a receipt over goods that no other receipt stands on. */
export function IssueDialog({ lot, onClose }: { readonly lot: Lot; readonly onClose: () => void }) {
  const { t } = useLanguage();
  const words = t.stockWork;
  const [draft, setDraft] = useState<IssueDraft>(() =>
    issueDraft.empty(words.feePerExample, lot.storageUntil),
  );
  const set = (changes: Partial<IssueDraft>) => setDraft((before) => ({ ...before, ...changes }));
  const body = issueDraft.body(draft, lot.lot);
  const units: Readonly<Record<string, string>> = t.goods.units;
  const free = `${BigInt(lot.receiptable).toLocaleString("en-US")} ${units[lot.unit] ?? lot.unit}`;
  return (
    <Dialog title={words.issue} onClose={onClose}>
      <WriteForm
        write={body === undefined ? undefined : { path: "/v1/receipts", body }}
        submit={words.issue}
        onDone={onClose}
        onCancel={onClose}
      >
        <p className="soft">{words.issueHint}</p>
        <div className="form-columns">
          <Field label={words.depositor}>
            <MemberSelect
              memberRole="supplier"
              value={draft.depositor}
              onChange={(depositor) => set({ depositor })}
              without={[lot.custodian.memberId]}
            />
          </Field>
          <QuantityField
            label={t.goods.quantity}
            unit={lot.unit}
            hint={words.receiptable(free)}
            value={draft.quantity}
            onChange={(quantity) => set({ quantity })}
          />
        </div>
        <TextField
          label={words.depositorAddress}
          value={draft.address}
          onChange={(address) => set({ address })}
        />
        <IssueTerms draft={draft} set={set} />
      </WriteForm>
    </Dialog>
  );
}
