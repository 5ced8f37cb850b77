import { useState } from "react";
import { Dialog } from "../../components/Dialog.tsx";
import { QuantityField } from "../../components/QuantityField.tsx";
import { quantityOf } from "../../components/quantityOf.ts";
import { WriteForm } from "../../components/WriteForm.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";
import { SelectField } from "../members/SelectField.tsx";
import { TextField } from "../members/TextField.tsx";
import { wordsOf } from "../members/wordsOf.ts";

/** A custodian registers a place that it keeps goods at. */
export function RegisterLocationDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useLanguage();
  const [address, setAddress] = useState("");
  const [unit, setUnit] = useState("KGM");
  const [text, setText] = useState("");
  const capacity = quantityOf(text);
  const ready = address.trim() !== "" && capacity !== undefined;
  const body = { address: address.trim(), capacity: capacity?.toString(), unit };
  const words = t.stockWork;
  return (
    <Dialog title={words.register} onClose={onClose}>
      <WriteForm
        write={ready ? { path: "/v1/locations", body } : undefined}
        submit={words.register}
        onDone={onClose}
        onCancel={onClose}
      >
        <p className="soft">{words.registerHint}</p>
        <TextField
          label={words.address}
          hint={words.addressHint}
          value={address}
          onChange={setAddress}
        />
        <div className="form-columns">
          <SelectField
            label={words.unit}
            options={wordsOf<string>(t.goods.units)}
            value={unit}
            onChange={setUnit}
          />
          <QuantityField label={t.goods.capacity} unit={unit} value={text} onChange={setText} />
        </div>
      </WriteForm>
    </Dialog>
  );
}
