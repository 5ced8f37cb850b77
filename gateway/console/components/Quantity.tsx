import { useLanguage } from "../i18n/useLanguage.ts";

/** Goods: a whole count of a unit, never money and never a float. */
export function Quantity({ count, unit }: { readonly count: string; readonly unit: string }) {
  const { t } = useLanguage();
  const units: Readonly<Record<string, string>> = t.goods.units;
  return (
    <span className="amount">
      {BigInt(count).toLocaleString("en-US")}
      <span className="currency">{units[unit] ?? unit}</span>
    </span>
  );
}
