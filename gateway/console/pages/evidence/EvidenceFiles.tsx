import { type DragEvent, useState } from "react";
import { Chip } from "../../components/Chip.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";
import { type EvidenceFile, evidenceFile } from "./evidenceFile.ts";

/** Where files are dropped or chosen, and what each of them is. */
export function EvidenceFiles({
  files,
  onChange,
}: {
  readonly files: readonly EvidenceFile[];
  readonly onChange: (files: readonly EvidenceFile[]) => void;
}) {
  const { t } = useLanguage();
  const [over, setOver] = useState(false);
  const add = async (list: FileList | null) => {
    const read = await Promise.all([...(list ?? [])].map(evidenceFile));
    onChange([...files, ...read]);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    void add(event.dataTransfer.files);
  };
  return (
    <>
      <section
        className={over ? "drop drop-over" : "drop"}
        aria-label={t.evidence.drop}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <strong>{t.evidence.drop}</strong>
        <label className="button button-primary">
          <input
            type="file"
            multiple
            className="visually-hidden"
            accept="application/json,.json"
            onChange={({ currentTarget }) => void add(currentTarget.files)}
          />
          {t.evidence.choose}
        </label>
      </section>
      {files.length > 0 && (
        <ul className="drop-files">
          {files.map(({ name, kind }, index) => (
            // The same file may be dropped twice.
            // biome-ignore lint/suspicious/noArrayIndexKey: files are only added at the end
            <li key={index} className="row">
              <Chip tone={kind === "unknown" ? "bad" : "info"}>{t.evidence.kinds[kind]}</Chip>
              <span className="clip">{name}</span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
