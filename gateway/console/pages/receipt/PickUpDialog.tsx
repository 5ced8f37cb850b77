import { gateOutRange } from "@tallystick/sdk";
import { useState } from "react";
import type { ReceiptDetail } from "../../api/receipt.ts";
import { Dialog } from "../../components/Dialog.tsx";
import { FileDigest } from "../../components/FileDigest.tsx";
import { Notice } from "../../components/Notice.tsx";
import { QuantityField } from "../../components/QuantityField.tsx";
import { quantityOf } from "../../components/quantityOf.ts";
import { WriteForm } from "../../components/WriteForm.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";

/** The holder signs that goods leave; the custodian carries it out. */
export function PickUpDialog({
  receipt,
  onClose,
}: {
  readonly receipt: ReceiptDetail;
  readonly onClose: () => void;
}) {
  const { t } = useLanguage();
  const { stock, unit } = receipt;
  const [text, setText] = useState("");
  const [leaves, setLeaves] = useState<string>();
  const [gate, setGate] = useState<string>();
  const quantity = quantityOf(text);
  const fits = quantity !== undefined && quantity > 0n && quantity <= BigInt(receipt.free);
  const lot = {
    live: BigInt(stock.live),
    measured: BigInt(stock.measured),
    lossBasisPoints: stock.lossBasisPoints,
    short: stock.isShort,
  };
  const range = fits ? gateOutRange(lot, quantity) : undefined;
  const shownGoods = leaves ?? range?.most.toString() ?? "";
  const goods = quantityOf(shownGoods);
  const ready = fits && goods !== undefined && gate !== undefined;
  const body = { quantity: quantity?.toString(), goods: goods?.toString(), gate };
  const path = `/v1/receipts/${receipt.receipt}/pick-up-orders`;
  const figure = (count: bigint) => count.toLocaleString("en-US");
  const words = t.receipts;
  return (
    <Dialog title={words.pickUp} onClose={onClose}>
      <WriteForm
        write={ready ? { path, body } : undefined}
        submit={words.pickUp}
        onDone={onClose}
        onCancel={onClose}
      >
        <p className="soft">{words.pickUpHint}</p>
        {stock.control === "frozen" && <Notice tone="notice-warn">{words.pickUpBlocked}</Notice>}
        <div className="form-columns">
          <QuantityField
            label={words.ends}
            unit={unit}
            value={text}
            onChange={setText}
            hint={`${t.goods.free}: ${figure(BigInt(receipt.free))}`}
          />
          <QuantityField
            label={words.leaves}
            unit={unit}
            value={shownGoods}
            onChange={setLeaves}
            {...(range ? { hint: words.leavesHint(figure(range.least), figure(range.most)) } : {})}
          />
        </div>
        <FileDigest label={words.gate} onChange={setGate} />
      </WriteForm>
    </Dialog>
  );
}
