import { useState } from "react";
import { Card } from "../../components/Card.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";
import { StandingDialog } from "./StandingDialog.tsx";
import { StandingTable } from "./StandingTable.tsx";

/** Whose passes the member takes without being asked, and who takes the member's. */
export function StandingAcceptances() {
  const { t } = useLanguage();
  const [giving, setGiving] = useState(false);
  return (
    <>
      <Card
        title={t.standing.given}
        flush
        actions={
          <button type="button" className="button button-small" onClick={() => setGiving(true)}>
            {t.standing.give}
          </button>
        }
      >
        <StandingTable direction="given" />
      </Card>
      <Card title={t.standing.received} flush>
        <StandingTable direction="received" />
      </Card>
      {giving && <StandingDialog onClose={() => setGiving(false)} />}
    </>
  );
}
