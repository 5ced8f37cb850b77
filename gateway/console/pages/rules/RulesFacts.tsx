import type { Rules } from "../../api/rules.ts";
import { Facts } from "../../components/Facts.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";
import { ruleFields } from "./ruleFields.ts";

/** All parameters of a version; beside an older one what changed is marked. */
export function RulesFacts({
  rules,
  before,
}: {
  readonly rules: Rules;
  readonly before?: Rules | null;
}) {
  const { t } = useLanguage();
  const figures = new Intl.NumberFormat("en-US");
  const shown = before === undefined || before === null ? ruleFields : changed(rules, before);
  return (
    <Facts
      items={shown.map((field) => [
        t.rules.fields[field],
        before === undefined || before === null ? (
          figures.format(BigInt(rules[field]))
        ) : (
          <span key={field}>
            <s className="faint">{figures.format(BigInt(before[field]))}</s>{" "}
            <strong>{figures.format(BigInt(rules[field]))}</strong>
          </span>
        ),
      ])}
    />
  );
}

function changed(rules: Rules, before: Rules) {
  return ruleFields.filter((field) => String(rules[field]) !== String(before[field]));
}
