import type { ReceiptDetail } from "../../api/receipt.ts";
import { Quantity } from "../../components/Quantity.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";
import { type EncumbranceState, encumbranceState } from "./encumbranceState.ts";

/** How much of a receipt is free, offered, reserved and pledged, as a bar and in figures. */
export function ReceiptBar({ receipt }: { readonly receipt: ReceiptDetail }) {
  const { t } = useLanguage();
  const { unit, encumbrances } = receipt;
  const total = BigInt(receipt.quantity);
  const sumOf = (state: EncumbranceState) =>
    encumbrances
      .filter((each) => encumbranceState(each) === state)
      .reduce((all, { quantity }) => all + BigInt(quantity ?? "0"), 0n);
  const [offered, reserved] = [sumOf("offered"), sumOf("reserved")];
  const parts = [
    ["free", BigInt(receipt.free), t.goods.free],
    ["offered", offered, t.receipts.offered],
    ["held", reserved, t.receipts.reserved],
    // The rest of what is held, also where the reader may not know of which pledge it is.
    ["pledged", BigInt(receipt.held) - offered - reserved, t.receipts.pledged],
  ] as const;
  const shown = parts.filter(([, count]) => count > 0n);
  return (
    <>
      <div className="bar bar-tall" aria-hidden="true">
        {shown.map(([name, count, label]) => (
          <span
            key={name}
            className={`stock-${name}`}
            title={label}
            // Thousandths for the drawing; no quantity is computed from them.
            style={{ width: `${Number((count * 1000n) / total) / 10}%` }}
          />
        ))}
      </div>
      <dl className="facts stock-figures">
        {parts.map(([name, count, label]) => (
          <div key={name}>
            <dt>
              <span className={`bar-key stock-${name}`} aria-hidden="true" /> {label}
            </dt>
            <dd>
              <Quantity count={count.toString()} unit={unit} />
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}
