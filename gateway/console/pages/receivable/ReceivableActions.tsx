import { useState } from "react";
import { ledgerDay } from "../../api/ledgerDay.ts";
import type { ReceivableDetail } from "../../api/receivable.ts";
import { WriteButton } from "../../components/WriteButton.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";
import { useSession } from "../../session/useSession.ts";
import { ConfirmDialog } from "./ConfirmDialog.tsx";
import { CreditNoteDialog } from "./CreditNoteDialog.tsx";
import { RejectDialog } from "./RejectDialog.tsx";
import { type ReceivableStep, receivableSteps } from "./receivableSteps.ts";
import { SettleDialog } from "./SettleDialog.tsx";

/** Steps that need more than a click. */
const dialogs = {
  confirm: ConfirmDialog,
  reject: RejectDialog,
  settle: SettleDialog,
  creditNote: CreditNoteDialog,
} as const;
const main: readonly ReceivableStep[] = ["confirm", "accept", "settle"];

/** What the signed-in member can do with a receivable now. */
export function ReceivableActions({ receivable }: { readonly receivable: ReceivableDetail }) {
  const { t } = useLanguage();
  const { me } = useSession();
  const [open, setOpen] = useState<keyof typeof dialogs>();
  const path = `/v1/receivables/${receivable.receivable}`;
  const writes = {
    accept: { path: `${path}/acceptance` },
    void: { path: `${path}/voiding` },
    expire: { path: `${path}/expiry` },
    distribute: { path: `${path}/settlement-batches`, body: {} },
    markOverdue: { path: `${path}/overdue-marks` },
  } as const;
  const Opened = open === undefined ? undefined : dialogs[open];
  const steps = receivableSteps(receivable, me?.memberId, ledgerDay.until(receivable.dueDate));
  return (
    <>
      {steps.map((step) =>
        step in writes ? (
          <WriteButton
            key={step}
            write={writes[step as keyof typeof writes]}
            label={t.receivable[step]}
            tone={main.includes(step) ? "button-primary" : ""}
            small={false}
          />
        ) : (
          <button
            key={step}
            type="button"
            className={main.includes(step) ? "button button-primary" : "button"}
            onClick={() => setOpen(step as keyof typeof dialogs)}
          >
            {t.receivable[step]}
          </button>
        ),
      )}
      {Opened !== undefined && (
        <Opened receivable={receivable} onClose={() => setOpen(undefined)} />
      )}
    </>
  );
}
