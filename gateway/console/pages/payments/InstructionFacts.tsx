import type { BankAccount, Instruction } from "../../api/payment.ts";
import { Amount } from "../../components/Amount.tsx";
import { CertificateLink } from "../../components/CertificateLink.tsx";
import { Facts } from "../../components/Facts.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";
import { InstructionState } from "./InstructionState.tsx";

function accountText(account: BankAccount | null): string {
  if (account === null) return "–";
  const { bank, number, digest } = account;
  return number === null ? `${digest.slice(0, 14)}…` : `${bank ?? ""} ${number}`;
}

/** All that an instruction says. */
export function InstructionFacts({ instruction }: { readonly instruction: Instruction }) {
  const { t, nameOf } = useLanguage();
  const { currency, certificate, payee, legs } = instruction;
  const legKinds: Readonly<Record<string, string>> = t.payments.legKinds;
  return (
    <>
      <Facts
        items={[
          [
            t.common.amount,
            <Amount key="amount" minor={instruction.amountMinor} currency={currency} />,
          ],
          [t.common.state, <InstructionState key="state" instruction={instruction} />],
          [t.payments.payer, nameOf(instruction.payer)],
          [t.payments.payee, payee === null ? t.payments.holders : nameOf(payee)],
          [t.payments.payerAccount, accountText(instruction.payerAccount)],
          [t.payments.payeeAccount, accountText(instruction.payeeAccount)],
          [t.desk.bank, nameOf(instruction.bank)],
          [
            certificate === null ? t.desk.receivable : t.desk.certificatePart,
            certificate === null ? (
              `#${instruction.receivable}`
            ) : (
              <CertificateLink key="certificate" certificate={certificate} />
            ),
          ],
          [t.payments.valueDate, instruction.valueDate ?? "–"],
          [
            t.payments.paidAmount,
            instruction.paidMinor === null ? (
              "–"
            ) : (
              <Amount key="paid" minor={instruction.paidMinor} currency={currency} />
            ),
          ],
          [t.payments.bankReference, instruction.bankReference ?? "–"],
        ]}
      />
      <ul className="plain-list legs legs-columns">
        {legs.map(({ kind, faceMinor, paidMinor }) => (
          <li key={kind}>
            <span>{legKinds[kind] ?? kind}</span>
            <span className="soft">
              {t.payments.face} <Amount minor={faceMinor} currency={currency} />
            </span>
            <span>
              {t.payments.paidPart} <Amount minor={paidMinor} currency={currency} />
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
