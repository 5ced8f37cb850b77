import type { ReceiptOrder } from "../../api/receipt.ts";
import { LotLink } from "../../components/LotLink.tsx";
import { Quantity } from "../../components/Quantity.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";

/** What an order says beside the quantity that ends: goods that leave, or what takes their place. */
export function OrderTerms({ order }: { readonly order: ReceiptOrder }) {
  const { t } = useLanguage();
  const { goods, newLot, newQuantity } = order.terms;
  return (
    <>
      {goods !== undefined && (
        <span className="faint">
          {t.stockWork.leaves}: <Quantity count={goods} unit={order.unit} />
        </span>
      )}
      {newLot !== undefined && newQuantity !== undefined && (
        <span className="faint">
          {t.stockWork.newGoods}: <Quantity count={newQuantity} unit={order.unit} />{" "}
          <LotLink lot={newLot} />
        </span>
      )}
    </>
  );
}
