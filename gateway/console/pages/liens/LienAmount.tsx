import type { Lien } from "../../api/lien.ts";
import { Amount } from "../../components/Amount.tsx";
import { Quantity } from "../../components/Quantity.tsx";

/** What a lien encumbers: money of a certificate, or a count of goods. */
export function LienAmount({ lien }: { readonly lien: Lien }) {
  const count = lien.state === "ended" ? lien.pledgedAmount : lien.amount;
  return lien.asset === "certificate" ? (
    <Amount minor={count} currency={lien.unit ?? ""} />
  ) : (
    <Quantity count={count} unit={lien.unit ?? ""} />
  );
}
