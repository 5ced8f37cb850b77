import type { ReactNode } from "react";
import { useLanguage } from "../i18n/useLanguage.ts";
import { Field } from "./Field.tsx";

/** A whole count of a unit to fill in. */
export function QuantityField({
  label,
  unit,
  value,
  onChange,
  hint,
}: {
  readonly label: string;
  readonly unit?: string | undefined;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly hint?: ReactNode;
}) {
  const { t } = useLanguage();
  const units: Readonly<Record<string, string>> = t.goods.units;
  const words = unit === undefined ? label : `${label} (${units[unit] ?? unit})`;
  return (
    <Field label={words} {...(hint === undefined ? {} : { hint })}>
      <input
        required
        inputMode="numeric"
        value={value}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
      />
    </Field>
  );
}
