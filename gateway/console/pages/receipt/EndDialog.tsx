import { useState } from "react";
import type { ReceiptDetail } from "../../api/receipt.ts";
import { Dialog } from "../../components/Dialog.tsx";
import { FileDigest } from "../../components/FileDigest.tsx";
import { QuantityField } from "../../components/QuantityField.tsx";
import { quantityOf } from "../../components/quantityOf.ts";
import { WriteForm } from "../../components/WriteForm.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";

/** The holder signs that a quantity of its receipt ends while the goods stay. */
export function EndDialog({
  receipt,
  onClose,
}: {
  readonly receipt: ReceiptDetail;
  readonly onClose: () => void;
}) {
  const { t } = useLanguage();
  const [text, setText] = useState(receipt.free);
  const [document, setDocument] = useState<string>();
  const quantity = quantityOf(text);
  const ready = quantity !== undefined && quantity > 0n && document !== undefined;
  const body = { quantity: quantity?.toString(), document };
  const path = `/v1/receipts/${receipt.receipt}/cancellation-orders`;
  const words = t.receipts;
  return (
    <Dialog title={words.cancelOrder} onClose={onClose}>
      <WriteForm
        write={ready ? { path, body } : undefined}
        submit={words.cancelOrder}
        onDone={onClose}
        onCancel={onClose}
      >
        <p className="soft">{words.cancelHint}</p>
        <QuantityField label={words.ends} unit={receipt.unit} value={text} onChange={setText} />
        <FileDigest label={words.replacedBy} onChange={setDocument} />
      </WriteForm>
    </Dialog>
  );
}
