import type { CountMethod } from "@tallystick/sdk";
import { useState } from "react";
import type { Lot } from "../../api/lot.ts";
import { Dialog } from "../../components/Dialog.tsx";
import { Field } from "../../components/Field.tsx";
import { FileDigest } from "../../components/FileDigest.tsx";
import { QuantityField } from "../../components/QuantityField.tsx";
import { quantityOf } from "../../components/quantityOf.ts";
import { WriteForm } from "../../components/WriteForm.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";
import { SelectField } from "../members/SelectField.tsx";
import { wordsOf } from "../members/wordsOf.ts";
import { countTime } from "./countTime.ts";

/** States, with the member's own signature, what lies in a lot. */
export function CountDialog({ lot, onClose }: { readonly lot: Lot; readonly onClose: () => void }) {
  const { t } = useLanguage();
  const [text, setText] = useState("");
  const [when, setWhen] = useState(() => countTime(lot));
  const [method, setMethod] = useState<CountMethod>("stocktake");
  const [evidence, setEvidence] = useState<string>();
  const quantity = quantityOf(text);
  const ready = quantity !== undefined && evidence !== undefined && when !== "";
  const takenAt = new Date(when || 0).toISOString();
  const body = { quantity: quantity?.toString(), takenAt, method, evidence };
  const words = t.stockWork;
  return (
    <Dialog title={words.count} onClose={onClose}>
      <WriteForm
        write={ready ? { path: `/v1/lots/${lot.lot}/counts`, body } : undefined}
        submit={words.count}
        onDone={onClose}
        onCancel={onClose}
      >
        <p className="soft">{words.countHint}</p>
        <QuantityField label={t.goods.quantity} unit={lot.unit} value={text} onChange={setText} />
        <div className="form-columns">
          <Field label={words.countedAt}>
            <input
              type="datetime-local"
              step={1}
              required
              value={when}
              onChange={({ currentTarget }) => setWhen(currentTarget.value)}
            />
          </Field>
          <SelectField
            label={t.goods.method}
            options={wordsOf(t.goods.methods)}
            value={method}
            onChange={setMethod}
          />
        </div>
        <FileDigest label={words.countEvidence} onChange={setEvidence} />
      </WriteForm>
    </Dialog>
  );
}
