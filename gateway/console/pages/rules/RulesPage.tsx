import { useState } from "react";
import type { RulesAnswer } from "../../api/rules.ts";
import { useRead } from "../../api/useRead.ts";
import { Card } from "../../components/Card.tsx";
import { Chip } from "../../components/Chip.tsx";
import { PageHead } from "../../components/PageHead.tsx";
import { Problem } from "../../components/Problem.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";
import { useSession } from "../../session/useSession.ts";
import { AnnouncedCard } from "./AnnouncedCard.tsx";
import { RulesFacts } from "./RulesFacts.tsx";
import { ScheduleDialog } from "./ScheduleDialog.tsx";

/** The ledger's parameters: in force, on their way, and past. */
export function RulesPage() {
  const { t } = useLanguage();
  const { me } = useSession();
  const rules = useRead<RulesAnswer>("/v1/rules");
  const [scheduling, setScheduling] = useState(false);
  const governs = me?.roles.includes("operator") ?? false;
  const { data } = rules;
  const current = data?.current ?? undefined;
  const schedule = (
    <button type="button" className="button button-primary" onClick={() => setScheduling(true)}>
      {t.rules.schedule}
    </button>
  );
  return (
    <>
      <PageHead
        title={t.nav.rules}
        lead={t.rules.lead}
        actions={governs && current !== undefined ? schedule : undefined}
      />
      <Problem error={rules.error} />
      {current !== undefined && (
        <Card
          title={
            <span className="row">
              {t.rules.current} <Chip tone="good">{t.rules.version(current.version)}</Chip>
            </span>
          }
          actions={
            <span className="faint">
              {t.rules.since} {current.effectiveFrom.slice(0, 10)}
            </span>
          }
        >
          <RulesFacts rules={current} />
        </Card>
      )}
      {data !== undefined && <AnnouncedCard rules={data} mayAct={governs} />}
      {data !== undefined && (
        <Card title={t.rules.history}>
          {data.history.length === 0 && <p className="empty">{t.rules.noneBefore}</p>}
          {data.history.toReversed().map((version) => (
            <div key={version.version} className="stack change">
              <span className="row">
                <Chip>{t.rules.version(version.version)}</Chip>
                <span className="faint">
                  {t.rules.since} {version.effectiveFrom.slice(0, 10)}
                </span>
              </span>
              <RulesFacts rules={version} />
            </div>
          ))}
        </Card>
      )}
      {scheduling && current !== undefined && (
        <ScheduleDialog current={current} onClose={() => setScheduling(false)} />
      )}
    </>
  );
}
