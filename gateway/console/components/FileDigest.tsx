import { keccak256 } from "ethers";
import { useState } from "react";
import { useLanguage } from "../i18n/useLanguage.ts";
import { Field } from "./Field.tsx";

/** A document's digest, computed here: the file itself never leaves the person's machine. */
export function FileDigest({
  label,
  required = true,
  onChange,
}: {
  readonly label: string;
  readonly required?: boolean;
  readonly onChange: (digest: string | undefined) => void;
}) {
  const { t } = useLanguage();
  const [digest, setDigest] = useState<string>();
  const [name, setName] = useState<string>();
  const choose = async (file: File | undefined) => {
    const found =
      file === undefined ? undefined : keccak256(new Uint8Array(await file.arrayBuffer()));
    setDigest(found);
    setName(file?.name);
    onChange(found);
  };
  return (
    <Field
      label={label}
      hint={digest === undefined ? t.desk.fileStays : <span className="mono digest">{digest}</span>}
    >
      <span className="file">
        <input
          type="file"
          className="visually-hidden"
          required={required}
          onChange={({ currentTarget }) => void choose(currentTarget.files?.[0])}
        />
        <span className="button button-small" aria-hidden="true">
          {t.desk.chooseFile}
        </span>
        <span className={name === undefined ? "faint" : "clip"}>{name ?? t.desk.noFile}</span>
      </span>
    </Field>
  );
}
