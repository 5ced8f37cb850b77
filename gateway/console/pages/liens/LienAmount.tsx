import type { Lien } from "../../api/lien.ts";
import { PledgedAmount } from "./PledgedAmount.tsx";

/** What a lien encumbers, or did before it ended. */
export function LienAmount({ lien }: { readonly lien: Lien }) {
  const { asset, unit, state, amount, pledgedAmount } = lien;
  const count = state === "ended" ? pledgedAmount : amount;
  return <PledgedAmount asset={asset} unit={unit ?? ""} count={count} />;
}
