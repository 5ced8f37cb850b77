import { Field } from "../../components/Field.tsx";

/** A choice from a list. */
export function SelectField<Value extends string>({
  label,
  options,
  value,
  onChange,
  required = true,
}: {
  readonly label: string;
  readonly options: readonly (readonly [Value, string])[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  readonly required?: boolean;
}) {
  const choose = (text: string) => {
    const found = options.find(([option]) => option === text);
    if (found !== undefined) onChange(found[0]);
  };
  return (
    <Field label={label}>
      <select
        required={required}
        value={value}
        onChange={({ currentTarget }) => choose(currentTarget.value)}
      >
        {options.map(([option, words]) => (
          <option key={option} value={option}>
            {words}
          </option>
        ))}
      </select>
    </Field>
  );
}
