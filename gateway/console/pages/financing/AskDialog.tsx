import { formatMoney } from "@tallystick/sdk";
import { useState } from "react";
import type { CertificateItem } from "../../api/certificate.ts";
import type { Page } from "../../api/page.ts";
import { useRead } from "../../api/useRead.ts";
import { Dialog } from "../../components/Dialog.tsx";
import { Field } from "../../components/Field.tsx";
import { WriteForm } from "../../components/WriteForm.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";
import { minorOf } from "../certificate/minorOf.ts";
import { Stick } from "../certificate/Stick.tsx";
import { FinancierChoice } from "./FinancierChoice.tsx";

function canBeFinanced({ freeMinor, flags }: CertificateItem): boolean {
  return freeMinor !== "0" && !flags.includes("frozen");
}

function nameOfCertificate({ receivable, serial, freeMinor, currency, dueDate }: CertificateItem) {
  return `${receivable}-${serial} · ${formatMoney(BigInt(freeMinor), currency)} · ${dueDate}`;
}

/** Asks financiers for quotes on a certificate or a part of it. */
export function AskDialog({
  certificate: first,
  onClose,
}: {
  readonly certificate: string;
  readonly onClose: () => void;
}) {
  const { t } = useLanguage();
  const held = useRead<Page<CertificateItem>>("/v1/certificates?holder=me&state=live&limit=200");
  const [id, setId] = useState(first);
  const [amount, setAmount] = useState("");
  const [financiers, setFinanciers] = useState<readonly number[]>([]);
  const [note, setNote] = useState("");
  const choices = held.data?.items.filter(canBeFinanced) ?? [];
  const chosen = choices.find(({ certificate }) => certificate === id);
  const minor = chosen === undefined ? undefined : minorOf(amount, chosen.currency);
  const fits =
    chosen !== undefined && minor !== undefined && minor > 0n && minor <= BigInt(chosen.freeMinor);
  const body = { certificate: id, valueMinor: minor?.toString(), financiers, note: note.trim() };
  return (
    <Dialog title={t.financing.request} onClose={onClose}>
      <WriteForm
        write={fits ? { path: "/v1/financing-requests", body } : undefined}
        submit={t.financing.request}
        onDone={onClose}
        onCancel={onClose}
      >
        <Field label={t.financing.certificate} hint={t.financing.askHint}>
          <select
            required
            value={chosen === undefined ? "" : id}
            onChange={({ currentTarget }) => setId(currentTarget.value)}
          >
            <option value="" disabled>
              {choices.length === 0 && held.data !== undefined ? t.financing.noCertificates : ""}
            </option>
            {choices.map((item) => (
              <option key={item.certificate} value={item.certificate}>
                {nameOfCertificate(item)}
              </option>
            ))}
          </select>
        </Field>
        {chosen !== undefined && (
          <Stick
            value={BigInt(chosen.valueMinor)}
            held={BigInt(chosen.heldMinor)}
            goes={fits ? minor : 0n}
            currency={chosen.currency}
          />
        )}
        <Field label={t.financing.howMuch}>
          <input
            required
            inputMode="decimal"
            placeholder="0.00"
            value={amount}
            onChange={({ currentTarget }) => setAmount(currentTarget.value)}
          />
        </Field>
        <FinancierChoice chosen={financiers} onChange={setFinanciers} />
        <Field label={t.common.note}>
          <input value={note} onChange={({ currentTarget }) => setNote(currentTarget.value)} />
        </Field>
      </WriteForm>
    </Dialog>
  );
}
