import type { ReactNode } from "react";
import { Field } from "../../components/Field.tsx";

/** One line of text. */
export function TextField({
  label,
  value,
  onChange,
  required = true,
  hint,
}: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly required?: boolean;
  readonly hint?: ReactNode;
}) {
  return (
    <Field label={label} {...(hint === undefined ? {} : { hint })}>
      <input
        required={required}
        value={value}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
      />
    </Field>
  );
}
