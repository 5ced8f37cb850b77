import { formatMoney } from "@tallystick/sdk";

/** Money from minor units, without ever passing through a float. */
export function Amount({ minor, currency }: { readonly minor: string; readonly currency: string }) {
  const [figure] = formatMoney(BigInt(minor), currency).split(" ");
  return (
    <span className="amount">
      {figure}
      <span className="currency">{currency}</span>
    </span>
  );
}
