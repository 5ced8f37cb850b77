import { useState } from "react";
import type { ReceivableItem } from "../../api/receivable.ts";
import { useList } from "../../api/useList.ts";
import { Card } from "../../components/Card.tsx";
import { Choice } from "../../components/Choice.tsx";
import { FilterBar } from "../../components/list/FilterBar.tsx";
import { MoreButton } from "../../components/list/MoreButton.tsx";
import { PageHead } from "../../components/PageHead.tsx";
import { Problem } from "../../components/Problem.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";
import { useSession } from "../../session/useSession.ts";
import { CaseCard } from "../goods/CaseCard.tsx";
import { BulkConfirm } from "./BulkConfirm.tsx";
import { ReceivableTable } from "./ReceivableTable.tsx";
import { RegisterDialog } from "./RegisterDialog.tsx";

const shown = ["all", "registered", "confirmed", "accepted", "discharged"] as const;

/** Receivables of the member: registering, confirming several at once, and finding one. */
export function ReceivablesPage() {
  const { t } = useLanguage();
  const { me } = useSession();
  const [state, setState] = useState<(typeof shown)[number]>("all");
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set());
  const [registering, setRegistering] = useState(false);
  const list = useList<ReceivableItem>("/v1/receivables", "-receivable");
  const { items } = list;
  const toConfirm = (items ?? []).filter(
    (item) => chosen.has(item.receivable) && item.state === "registered",
  );
  const toggle = (receivable: number) => {
    const next = new Set(chosen);
    if (!next.delete(receivable)) next.add(receivable);
    setChosen(next);
  };
  return (
    <>
      <PageHead
        title={t.nav.receivables}
        lead={t.receivables.lead}
        actions={
          me?.roles.includes("supplier") ? (
            <button
              type="button"
              className="button button-primary"
              onClick={() => setRegistering(true)}
            >
              {t.receivables.register}
            </button>
          ) : undefined
        }
      />
      <Problem error={list.error} />
      <div className="choice-row">
        <Choice
          label={t.receivables.state}
          options={shown.map((each) => [
            each,
            each === "all" ? t.common.all : t.receivableStates[each],
          ])}
          value={state}
          onChange={(chosenState) => {
            setState(chosenState);
            list.narrow({ state: chosenState === "all" ? "" : chosenState });
          }}
        />
      </div>
      <FilterBar
        kinds={["currency", "amount", "due", "counterparty"]}
        filters={list.filters}
        onChange={list.narrow}
        csv={list.csv}
      />
      <BulkConfirm items={toConfirm} onDone={() => setChosen(new Set())} />
      <Card flush>
        <ReceivableTable list={list} chosen={chosen} onToggle={toggle} onChoose={setChosen} />
        <MoreButton more={list.more} />
      </Card>
      <CaseCard quiet />
      {registering && <RegisterDialog onClose={() => setRegistering(false)} />}
    </>
  );
}
