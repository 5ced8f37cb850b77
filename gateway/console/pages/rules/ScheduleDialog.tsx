import { useState } from "react";
import { ledgerDay } from "../../api/ledgerDay.ts";
import type { RulesVersion } from "../../api/rules.ts";
import { Dialog } from "../../components/Dialog.tsx";
import { Field } from "../../components/Field.tsx";
import { WriteForm } from "../../components/WriteForm.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";
import { ruleFields } from "./ruleFields.ts";

/** Days from now at which a change that is announced today can be in force. */
const EARLIEST = 8;

/** Announces a change of the parameters with its effective date. */
export function ScheduleDialog({
  current,
  onClose,
}: {
  readonly current: RulesVersion;
  readonly onClose: () => void;
}) {
  const { t } = useLanguage();
  const [draft, setDraft] = useState<Readonly<Record<string, string>>>(() =>
    Object.fromEntries(ruleFields.map((field) => [field, String(current[field])])),
  );
  const [from, setFrom] = useState(() => ledgerDay.date(EARLIEST));
  const whole = ruleFields.every((field) => /^\d+$/.test(draft[field] ?? ""));
  const body = () => ({
    ...Object.fromEntries(ruleFields.map((field) => [field, Number(draft[field])])),
    minLotMinor: draft["minLotMinor"],
    effectiveFrom: new Date(`${from}T00:00:00+08:00`).toISOString(),
  });
  return (
    <Dialog title={t.rules.schedule} onClose={onClose}>
      <WriteForm
        write={whole && from !== "" ? { path: "/v1/rules", body: body() } : undefined}
        submit={t.rules.schedule}
        onDone={onClose}
        onCancel={onClose}
      >
        <p className="soft">{t.rules.scheduleHint}</p>
        <Field label={t.rules.effective}>
          <input
            type="date"
            required
            min={ledgerDay.date(EARLIEST)}
            value={from}
            onChange={({ currentTarget }) => setFrom(currentTarget.value)}
          />
        </Field>
        <div className="grid">
          {ruleFields.map((field) => (
            <Field key={field} label={t.rules.fields[field]}>
              <input
                required
                inputMode="numeric"
                pattern="[0-9]+"
                value={draft[field]}
                onChange={({ currentTarget: { value } }) =>
                  setDraft((before) => ({ ...before, [field]: value }))
                }
              />
            </Field>
          ))}
        </div>
      </WriteForm>
    </Dialog>
  );
}
