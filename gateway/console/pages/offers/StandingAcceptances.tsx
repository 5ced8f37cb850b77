import { useState } from "react";
import { Card } from "../../components/Card.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";
import { StandingDialog } from "./StandingDialog.tsx";
import { StandingTable } from "./StandingTable.tsx";

const paths = {
  certificates: "/v1/standing-acceptances",
  receipts: "/v1/receipt-standing-acceptances",
} as const;

/** What circulates: each has standing acceptances of its own. */
export type Circulating = "certificates" | "receipts";

/** Whose passes the member takes without being asked, and who takes the member's. */
export function StandingAcceptances({ of = "certificates" }: { readonly of?: Circulating }) {
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
        <StandingTable direction="given" path={paths[of]} />
      </Card>
      <Card title={t.standing.received} flush>
        <StandingTable direction="received" path={paths[of]} />
      </Card>
      {giving && <StandingDialog path={paths[of]} onClose={() => setGiving(false)} />}
    </>
  );
}
