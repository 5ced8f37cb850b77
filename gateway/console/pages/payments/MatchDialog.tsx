import { formatMoney } from "@tallystick/sdk";
import { useState } from "react";
import type { Page } from "../../api/page.ts";
import type { Instruction, Unmatched } from "../../api/payment.ts";
import { useRead } from "../../api/useRead.ts";
import { Dialog } from "../../components/Dialog.tsx";
import { Field } from "../../components/Field.tsx";
import { WriteForm } from "../../components/WriteForm.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";

const open: readonly string[] = ["issued", "accepted"];

/** Says which open instruction unmatched money was meant for. */
export function MatchDialog({
  payment,
  onClose,
}: {
  readonly payment: Unmatched;
  readonly onClose: () => void;
}) {
  const { t, nameOf } = useLanguage();
  const instructions = useRead<Page<Instruction>>("/v1/payment-instructions?limit=200");
  const choices = (instructions.data?.items ?? []).filter(
    ({ state, currency, bank }) =>
      open.includes(state) &&
      currency === payment.currency &&
      bank.memberId === payment.bank.memberId,
  );
  const [instruction, setInstruction] = useState(payment.matchProposed[0]?.instruction ?? "");
  const kinds: Readonly<Record<string, string>> = t.payments.kinds;
  const path = `/v1/unmatched-payments/${payment.unmatched}/matches`;
  return (
    <Dialog title={t.payments.matchTitle} onClose={onClose}>
      <WriteForm
        write={instruction === "" ? undefined : { path, body: { instruction } }}
        submit={t.payments.match}
        onDone={onClose}
        onCancel={onClose}
      >
        <strong>{formatMoney(BigInt(payment.amountMinor), payment.currency)}</strong>
        <Field label={t.desk.instruction} hint={t.payments.matchHint}>
          <select
            required
            value={instruction}
            onChange={({ currentTarget }) => setInstruction(currentTarget.value)}
          >
            <option value="" disabled />
            {choices.map((item) => (
              <option key={item.instruction} value={item.instruction}>
                {`#${item.instruction} · ${kinds[item.kind] ?? item.kind} · ${nameOf(item.payer)} · ${formatMoney(BigInt(item.amountMinor), item.currency)}`}
              </option>
            ))}
          </select>
        </Field>
      </WriteForm>
    </Dialog>
  );
}
