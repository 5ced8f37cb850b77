import { useState } from "react";
import type { Instruction } from "../../api/payment.ts";
import { Choice } from "../../components/Choice.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";
import { AcceptForm } from "./AcceptForm.tsx";
import { AttestForm } from "./AttestForm.tsx";

/** What the named bank does with an open instruction: take it on first, or attest at once. */
export function BankActions({
  instruction,
  onDone,
}: {
  readonly instruction: Instruction;
  readonly onDone: () => void;
}) {
  const { t } = useLanguage();
  const [step, setStep] = useState<"accept" | "attest">("accept");
  const attest = <AttestForm instruction={instruction} onDone={onDone} />;
  if (instruction.state === "accepted") return attest;
  return (
    <>
      <Choice
        label={t.common.state}
        options={[
          ["accept", t.payments.accept],
          ["attest", t.payments.attest],
        ]}
        value={step}
        onChange={setStep}
      />
      {step === "accept" ? <AcceptForm instruction={instruction} onDone={onDone} /> : attest}
    </>
  );
}
