import { useState } from "react";
import type { Page } from "../../api/page.ts";
import type { Instruction } from "../../api/payment.ts";
import { useRead } from "../../api/useRead.ts";
import { Card } from "../../components/Card.tsx";
import { PageHead } from "../../components/PageHead.tsx";
import { Problem } from "../../components/Problem.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";
import { InstructionDialog } from "./InstructionDialog.tsx";
import { InstructionTable } from "./InstructionTable.tsx";
import { UnmatchedCard } from "./UnmatchedCard.tsx";

/** Payments of a payer or payee: how they stand, contesting, ending, matching. */
export function PartyPayments() {
  const { t } = useLanguage();
  const instructions = useRead<Page<Instruction>>("/v1/payment-instructions?limit=200");
  const [chosen, setChosen] = useState<Instruction>();
  return (
    <>
      <PageHead title={t.nav.payments} lead={t.payments.partyLead} />
      <Problem error={instructions.error} />
      <Card title={t.payments.mine} flush>
        <InstructionTable items={instructions.data?.items} onOpen={setChosen} />
      </Card>
      <UnmatchedCard />
      {chosen !== undefined && (
        <InstructionDialog instruction={chosen} onClose={() => setChosen(undefined)} />
      )}
    </>
  );
}
