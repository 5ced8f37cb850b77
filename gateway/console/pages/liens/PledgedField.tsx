import type { ReactNode } from "react";
import { Field } from "../../components/Field.tsx";
import { QuantityField } from "../../components/QuantityField.tsx";

/** How much of a certificate or a receipt, as its kind is counted. */
export function PledgedField({
  label,
  asset,
  unit,
  value,
  onChange,
  hint,
}: {
  readonly label: string;
  readonly asset: string;
  readonly unit: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly hint: ReactNode;
}) {
  if (asset !== "certificate")
    return (
      <QuantityField label={label} unit={unit} value={value} onChange={onChange} hint={hint} />
    );
  return (
    <Field label={`${label} (${unit})`} hint={hint}>
      <input
        required
        inputMode="decimal"
        value={value}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
      />
    </Field>
  );
}
