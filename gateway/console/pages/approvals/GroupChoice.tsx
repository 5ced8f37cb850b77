import { useLanguage } from "../../i18n/useLanguage.ts";

/** Kinds of work to tick. */
export function GroupChoice({
  groups,
  chosen,
  onChange,
}: {
  readonly groups: readonly string[];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}) {
  const { t } = useLanguage();
  const words: Readonly<Record<string, string>> = t.work.groups;
  const toggle = (group: string) =>
    onChange(chosen.includes(group) ? chosen.filter((each) => each !== group) : [...chosen, group]);
  return (
    <fieldset className="group-choice">
      <legend>{t.work.what}</legend>
      {["everything", ...groups].map((group) => (
        <label key={group} className="row">
          <input
            type="checkbox"
            className="tick"
            checked={chosen.includes(group)}
            onChange={() => toggle(group)}
          />
          {words[group] ?? group}
        </label>
      ))}
    </fieldset>
  );
}
