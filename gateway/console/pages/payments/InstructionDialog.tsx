import type { Instruction } from "../../api/payment.ts";
import { Dialog } from "../../components/Dialog.tsx";
import { WriteForm } from "../../components/WriteForm.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";
import { useSession } from "../../session/useSession.ts";
import { BankActions } from "./BankActions.tsx";
import { ContestForm } from "./ContestForm.tsx";
import { InstructionFacts } from "./InstructionFacts.tsx";
import { RunShares } from "./RunShares.tsx";

/** One instruction and what the signed-in member can do about it. */
export function InstructionDialog({
  instruction,
  onClose,
}: {
  readonly instruction: Instruction;
  readonly onClose: () => void;
}) {
  const { t } = useLanguage();
  const { me } = useSession();
  const { state, kind, bank, payer, payee } = instruction;
  const kinds: Readonly<Record<string, string>> = t.payments.kinds;
  const path = `/v1/payment-instructions/${instruction.instruction}`;
  const isBank = bank.memberId === me?.memberId;
  const isPayee = payee?.memberId === me?.memberId;
  const isParty = isPayee || payer.memberId === me?.memberId;
  const finished = state === "paid" || state === "returned";
  const late = Date.parse(instruction.expiresAt) < Date.now();
  return (
    <Dialog title={`${kinds[kind] ?? kind} #${instruction.instruction}`} onClose={onClose}>
      <InstructionFacts instruction={instruction} />
      {isBank && (state === "issued" || state === "accepted") && (
        <BankActions instruction={instruction} onDone={onClose} />
      )}
      {instruction.run !== null && <RunShares number={instruction.run} isBank={isBank} />}
      {isPayee && finished && instruction.contestedBy.length === 0 && (
        <ContestForm instruction={instruction} onDone={onClose} />
      )}
      {isParty && state === "accepted" && (
        <WriteForm
          write={{ path: `${path}/ending` }}
          submit={t.payments.end}
          onDone={onClose}
          danger
        >
          <p className="soft">{t.payments.endHint}</p>
          {instruction.endProposedBy.length > 0 && <p>{t.payments.endProposed}</p>}
        </WriteForm>
      )}
      {state === "issued" && late && (
        <WriteForm write={{ path: `${path}/expiry` }} submit={t.payments.expire} onDone={onClose}>
          {null}
        </WriteForm>
      )}
    </Dialog>
  );
}
