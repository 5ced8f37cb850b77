import { useState } from "react";
import type { Location } from "../../api/location.ts";
import { Choice } from "../../components/Choice.tsx";
import { Dialog } from "../../components/Dialog.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";
import { CounterForm } from "./CounterForm.tsx";
import { LimitForm } from "./LimitForm.tsx";

/** What the operator governs of a location. */
export function LocationDialog({
  location,
  onClose,
}: {
  readonly location: Location;
  readonly onClose: () => void;
}) {
  const { t } = useLanguage();
  const [part, setPart] = useState<"limits" | "counter">("limits");
  return (
    <Dialog title={t.goods.location(String(location.location))} onClose={onClose}>
      <p className="soft">{location.address ?? t.goods.placeUnknown}</p>
      <Choice
        label={t.custodians.govern}
        options={[
          ["limits", t.custodians.limits],
          ["counter", t.custodians.counter],
        ]}
        value={part}
        onChange={setPart}
      />
      {part === "limits" ? (
        <LimitForm location={location} onDone={onClose} />
      ) : (
        <CounterForm location={location} onDone={onClose} />
      )}
    </Dialog>
  );
}
