import { useState } from "react";
import type { ReceiptDetail } from "../../api/receipt.ts";
import { useLanguage } from "../../i18n/useLanguage.ts";
import { PledgeDialog } from "../liens/PledgeDialog.tsx";
import { EndDialog } from "./EndDialog.tsx";
import { PassDialog } from "./PassDialog.tsx";
import { PickUpDialog } from "./PickUpDialog.tsx";

/** What a holder does with a receipt: pass on or split, pick up, end. */
export function HolderButtons({ receipt }: { readonly receipt: ReceiptDetail }) {
  const { t } = useLanguage();
  const [doing, setDoing] = useState<"pass" | "pickUp" | "pledge" | "end">();
  const close = () => setDoing(undefined);
  return (
    <>
      <button
        type="button"
        className="button button-primary"
        onClick={() => setDoing("pass")}
        disabled={receipt.stock.isShort}
      >
        {t.receipts.pass}
      </button>
      <button type="button" className="button" onClick={() => setDoing("pickUp")}>
        {t.receipts.pickUp}
      </button>
      <button type="button" className="button" onClick={() => setDoing("pledge")}>
        {t.liens.pledge}
      </button>
      <button type="button" className="button" onClick={() => setDoing("end")}>
        {t.receipts.cancelOrder}
      </button>
      {doing === "pass" && <PassDialog receipt={receipt} onClose={close} />}
      {doing === "pickUp" && <PickUpDialog receipt={receipt} onClose={close} />}
      {doing === "pledge" && (
        <PledgeDialog
          {...{ asset: "receipt", token: receipt.receipt, free: receipt.free, unit: receipt.unit }}
          onClose={close}
        />
      )}
      {doing === "end" && <EndDialog receipt={receipt} onClose={close} />}
    </>
  );
}
