import { formatMoney } from "@tallystick/sdk";
import { useState } from "react";
import { ledgerDay } from "../../api/ledgerDay.ts";
import type { Instruction } from "../../api/payment.ts";
import type { Write } from "../../api/useWrite.ts";
import { Choice } from "../../components/Choice.tsx";
import { Field } from "../../components/Field.tsx";
import { FileDigest } from "../../components/FileDigest.tsx";
import { WriteForm } from "../../components/WriteForm.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";
import { minorOf } from "../certificate/minorOf.ts";

interface Draft {
  readonly outcome: "paid" | "returned";
  readonly amount: string;
  readonly bankReference: string;
  readonly valueDate: string;
  readonly receiptDigest: string | undefined;
}

function writeOf(instruction: Instruction, draft: Draft): Write | undefined {
  const { outcome, valueDate, receiptDigest } = draft;
  const bankReference = draft.bankReference.trim();
  const amount = minorOf(draft.amount, instruction.currency);
  const lacks = bankReference === "" || valueDate === "" || receiptDigest === undefined;
  if (lacks || (outcome === "paid" && amount === undefined)) return undefined;
  return {
    path: `/v1/payment-instructions/${instruction.instruction}/attestation`,
    body: {
      outcome,
      ...(outcome === "paid" && amount !== undefined ? { amountMinor: amount.toString() } : {}),
      bankReference,
      valueDate,
      receiptDigest,
    },
  };
}

/** The bank attests that an instruction was paid or came back. */
export function AttestForm({
  instruction,
  onDone,
}: {
  readonly instruction: Instruction;
  readonly onDone: () => void;
}) {
  const { t } = useLanguage();
  const { currency, amountMinor, kind } = instruction;
  const [figure = ""] = formatMoney(BigInt(amountMinor), currency).split(" ");
  const [draft, setDraft] = useState<Draft>({
    outcome: "paid",
    amount: figure,
    bankReference: "",
    valueDate: instruction.valueDate ?? ledgerDay.date(),
    receiptDigest: undefined,
  });
  const set = (changes: Partial<Draft>) => setDraft((before) => ({ ...before, ...changes }));
  return (
    <WriteForm write={writeOf(instruction, draft)} submit={t.payments.attest} onDone={onDone}>
      <h3>{t.payments.attestTitle}</h3>
      <Choice
        label={t.payments.outcome}
        options={[
          ["paid", t.payments.paid],
          ["returned", t.payments.returned],
        ]}
        value={draft.outcome}
        onChange={(outcome) => set({ outcome })}
      />
      {draft.outcome === "paid" && kind === "settlement" && (
        <Field label={`${t.payments.paidAmount} (${currency})`} hint={t.payments.anyAmount}>
          <input
            required
            inputMode="decimal"
            value={draft.amount}
            onChange={({ currentTarget }) => set({ amount: currentTarget.value })}
          />
        </Field>
      )}
      <div className="grid">
        <Field label={t.payments.bankReference}>
          <input
            required
            value={draft.bankReference}
            onChange={({ currentTarget }) => set({ bankReference: currentTarget.value })}
          />
        </Field>
        <Field label={t.payments.valueDate}>
          <input
            type="date"
            required
            value={draft.valueDate}
            onChange={({ currentTarget }) => set({ valueDate: currentTarget.value })}
          />
        </Field>
      </div>
      <FileDigest label={t.payments.receipt} onChange={(receiptDigest) => set({ receiptDigest })} />
      <p className="faint">{t.payments.attestHint}</p>
    </WriteForm>
  );
}
