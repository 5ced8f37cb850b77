import { useState } from "react";
import { ledgerDay } from "../../api/ledgerDay.ts";
import type { Location } from "../../api/location.ts";
import { DateField } from "../../components/DateField.tsx";
import { Dialog } from "../../components/Dialog.tsx";
import { QuantityField } from "../../components/QuantityField.tsx";
import { WriteForm } from "../../components/WriteForm.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";
import { SelectField } from "../members/SelectField.tsx";
import { TextField } from "../members/TextField.tsx";
import { type LotDraft, lotDraft } from "./lotDraft.ts";

/** A custodian opens a lot at one of its locations; it is empty until it is counted. */
export function OpenLotDialog({
  locations,
  onClose,
}: {
  readonly locations: readonly Location[];
  readonly onClose: () => void;
}) {
  const { t } = useLanguage();
  const [draft, setDraft] = useState<LotDraft>(() =>
    lotDraft.empty(String(locations[0]?.location ?? "")),
  );
  const set = (changes: Partial<LotDraft>) => setDraft((before) => ({ ...before, ...changes }));
  const text = (part: keyof LotDraft) =>
    ({ value: draft[part], onChange: (value: string) => set({ [part]: value }) }) as const;
  const body = lotDraft.body(draft);
  const unit = locations.find(({ location }) => String(location) === draft.location)?.unit;
  const places = locations.map(
    ({ location, address }) =>
      [String(location), `${t.goods.location(String(location))} · ${address ?? ""}`] as const,
  );
  const words = t.stockWork;
  return (
    <Dialog title={words.openLot} onClose={onClose}>
      <WriteForm
        write={body === undefined ? undefined : { path: "/v1/lots", body }}
        submit={words.openLot}
        onDone={onClose}
        onCancel={onClose}
      >
        <p className="soft">{words.openLotHint}</p>
        <SelectField label={t.goods.place} options={places} {...text("location")} />
        <TextField label={t.goods.mark} hint={words.markHint} {...text("mark")} />
        <div className="form-columns">
          <TextField label={t.goods.variety} {...text("variety")} />
          <TextField label={t.goods.quality} {...text("quality")} />
          <TextField label={t.goods.packaging} {...text("packaging")} />
          <QuantityField label={t.goods.pieces} {...text("pieces")} />
        </div>
        <div className="form-columns">
          <TextField label={words.lossPercent} hint={words.lossHint} {...text("loss")} />
          <DateField
            label={t.goods.storedUntil}
            min={ledgerDay.date(1)}
            {...text("storageUntil")}
          />
          <QuantityField label={t.goods.minLot} unit={unit} {...text("minLot")} />
        </div>
      </WriteForm>
    </Dialog>
  );
}
