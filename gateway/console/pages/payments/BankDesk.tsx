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
import { RecordPaymentDialog } from "./RecordPaymentDialog.tsx";
import { UnmatchedCard } from "./UnmatchedCard.tsx";

const open: readonly string[] = ["issued", "accepted"];

/** The settlement bank's desk: what to accept, what to pay and attest, what fits nothing, what is done. */
export function BankDesk() {
  const { t } = useLanguage();
  const instructions = useRead<Page<Instruction>>("/v1/payment-instructions?role=bank&limit=200");
  const [chosen, setChosen] = useState<Instruction>();
  const [recording, setRecording] = useState(false);
  const items = instructions.data?.items;
  const inState = (wanted: string) => items?.filter(({ state }) => state === wanted);
  return (
    <>
      <PageHead title={t.nav.payments} lead={t.payments.bankLead} />
      <Problem error={instructions.error} />
      <Card title={t.payments.toAccept} flush>
        <InstructionTable items={inState("issued")} onOpen={setChosen} action={t.payments.accept} />
      </Card>
      <Card title={t.payments.toAttest} flush>
        <InstructionTable
          items={inState("accepted")}
          onOpen={setChosen}
          action={t.payments.attest}
        />
      </Card>
      <UnmatchedCard
        actions={
          <button type="button" className="button button-small" onClick={() => setRecording(true)}>
            {t.payments.record}
          </button>
        }
      />
      <Card title={t.payments.finished} flush>
        <InstructionTable
          items={items?.filter(({ state }) => !open.includes(state))}
          onOpen={setChosen}
        />
      </Card>
      {chosen !== undefined && (
        <InstructionDialog instruction={chosen} onClose={() => setChosen(undefined)} />
      )}
      {recording && <RecordPaymentDialog onClose={() => setRecording(false)} />}
    </>
  );
}
