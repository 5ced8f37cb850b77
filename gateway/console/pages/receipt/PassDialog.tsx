import { useState } from "react";
import type { ReceiptItem } from "../../api/receipt.ts";
import { Dialog } from "../../components/Dialog.tsx";
import { quantityOf } from "../../components/quantityOf.ts";
import { WriteForm } from "../../components/WriteForm.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";
import { PassFields } from "./PassFields.tsx";
import { type ReceiptPass, receiptPass } from "./receiptPass.ts";

/** The holder splits a receipt, passes a part on or offers it. */
export function PassDialog({
  receipt,
  onClose,
}: {
  readonly receipt: ReceiptItem;
  readonly onClose: () => void;
}) {
  const { t } = useLanguage();
  const [draft, setDraft] = useState<ReceiptPass>(receiptPass.empty);
  const quantity = quantityOf(draft.quantity);
  const fits = quantity !== undefined && quantity > 0n && quantity <= BigInt(receipt.free);
  const named = draft.to !== undefined && draft.tradeReference.trim() !== "";
  const ready = fits && (draft.way === "keep" || named);
  return (
    <Dialog title={t.receipts.pass} onClose={onClose}>
      <WriteForm
        write={ready ? receiptPass.write(receipt.receipt, quantity, draft) : undefined}
        submit={draft.way === "keep" ? t.splitTransfer.keep : t.common.send}
        onDone={onClose}
        onCancel={onClose}
      >
        <p className="soft">{t.receipts.passHint}</p>
        <PassFields draft={draft} onChange={setDraft} receipt={receipt} />
      </WriteForm>
    </Dialog>
  );
}
