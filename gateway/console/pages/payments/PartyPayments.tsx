import { useState } from "react";
import type { Instruction } from "../../api/payment.ts";
import { useList } from "../../api/useList.ts";
import { Card } from "../../components/Card.tsx";
import { FilterBar } from "../../components/list/FilterBar.tsx";
import { MoreButton } from "../../components/list/MoreButton.tsx";
import { PageHead } from "../../components/PageHead.tsx";
import { Problem } from "../../components/Problem.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";
import { InstructionDialog } from "./InstructionDialog.tsx";
import { InstructionTable } from "./InstructionTable.tsx";
import { UnmatchedCard } from "./UnmatchedCard.tsx";

/** Payments of a payer or payee: how they stand, contesting, ending, matching. */
export function PartyPayments() {
  const { t } = useLanguage();
  const instructions = useList<Instruction>("/v1/payment-instructions", "-instruction");
  const [chosen, setChosen] = useState<Instruction>();
  return (
    <>
      <PageHead title={t.nav.payments} lead={t.payments.partyLead} />
      <Problem error={instructions.error} />
      <FilterBar
        kinds={["currency", "amount", "counterparty"]}
        filters={instructions.filters}
        onChange={instructions.narrow}
        csv={instructions.csv}
      />
      <Card title={t.payments.mine} flush>
        <InstructionTable items={instructions.items} sorting={instructions} onOpen={setChosen} />
        <MoreButton more={instructions.more} />
      </Card>
      <UnmatchedCard />
      {chosen !== undefined && (
        <InstructionDialog instruction={chosen} onClose={() => setChosen(undefined)} />
      )}
    </>
  );
}
