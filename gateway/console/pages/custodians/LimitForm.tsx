import { useState } from "react";
import type { Location } from "../../api/location.ts";
import { QuantityField } from "../../components/QuantityField.tsx";
import { quantityOf } from "../../components/quantityOf.ts";
import { WriteForm } from "../../components/WriteForm.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";

const HOUR = 3_600;
const hoursOf = (seconds: number) => String(Math.round(seconds / HOUR));
const secondsOf = (text: string) => Number(quantityOf(text) ?? 0n) * HOUR;

/** How old the evidence over a location may become. */
export function LimitForm({
  location,
  onDone,
}: {
  readonly location: Location;
  readonly onDone: () => void;
}) {
  const { t } = useLanguage();
  const [fresh, setFresh] = useState(hoursOf(location.freshForSeconds));
  const [freeze, setFreeze] = useState(hoursOf(location.freezeAfterSeconds));
  const body = { freshForSeconds: secondsOf(fresh), freezeAfterSeconds: secondsOf(freeze) };
  const ready = body.freshForSeconds > 0 && body.freezeAfterSeconds > 0;
  const path = `/v1/locations/${location.location}/control-limits`;
  const words = t.custodians;
  return (
    <WriteForm
      write={ready ? { method: "PUT", path, body } : undefined}
      submit={words.saveLimits}
      onDone={onDone}
    >
      <p className="soft">{words.limitsHint}</p>
      <div className="form-columns">
        <QuantityField label={words.fresh} value={fresh} onChange={setFresh} />
        <QuantityField label={words.freeze} value={freeze} onChange={setFreeze} />
      </div>
    </WriteForm>
  );
}
