import { Amount } from "../../components/Amount.tsx";
import { Quantity } from "../../components/Quantity.tsx";

/** Money of a certificate, or a count of goods. */
export function PledgedAmount({
  asset,
  unit,
  count,
}: {
  readonly asset: string;
  readonly unit: string;
  readonly count: string;
}) {
  return asset === "certificate" ? (
    <Amount minor={count} currency={unit} />
  ) : (
    <Quantity count={count} unit={unit} />
  );
}
