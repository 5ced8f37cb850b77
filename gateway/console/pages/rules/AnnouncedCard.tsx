import type { RulesAnswer, RulesOperation } from "../../api/rules.ts";
import { Card } from "../../components/Card.tsx";
import { Chip } from "../../components/Chip.tsx";
import { WriteButton } from "../../components/WriteButton.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";
import { RulesFacts } from "./RulesFacts.tsx";

function isOpen({ state }: RulesOperation): boolean {
  return state === "scheduled";
}

/** Changes on their way: announced by governance, or on the ledger with a date to come. */
export function AnnouncedCard({
  rules,
  mayAct,
}: {
  readonly rules: RulesAnswer;
  readonly mayAct: boolean;
}) {
  const { t, language } = useLanguage();
  const announced = rules.announced.filter(isOpen);
  const time = (at: string) => new Date(at).toLocaleString(language);
  return (
    <Card title={t.rules.scheduled}>
      {announced.length + rules.scheduled.length === 0 && (
        <p className="empty">{t.rules.noneScheduled}</p>
      )}
      {announced.map(({ operation, dueAt, rules: wanted }) => (
        <div key={operation} className="stack change">
          <div className="row-between">
            <span className="row">
              <Chip tone="warn">{t.rules.announced}</Chip>
              <strong>
                {t.rules.from} {time(wanted.effectiveFrom)}
              </strong>
            </span>
            {mayAct && Date.parse(dueAt) <= Date.now() ? (
              <WriteButton
                write={{ path: `/v1/rules/${operation}/execution` }}
                label={t.rules.execute}
                tone="button-primary"
              />
            ) : (
              <span className="faint">
                {t.rules.executable} {time(dueAt)}
              </span>
            )}
          </div>
          <RulesFacts rules={wanted} before={rules.current} />
        </div>
      ))}
      {rules.scheduled.map((version) => (
        <div key={version.version} className="stack change">
          <span className="row">
            <Chip tone="info">{t.rules.version(version.version)}</Chip>
            <strong>
              {t.rules.from} {time(version.effectiveFrom)}
            </strong>
          </span>
          <RulesFacts rules={version} before={rules.current} />
        </div>
      ))}
    </Card>
  );
}
