import { Link } from "react-router";
import { useLanguage } from "../i18n/useLanguage.ts";

/** A lot by its number, and its mark where the gateway was told it. */
export function LotLink({ lot, mark }: { readonly lot: number; readonly mark?: string | null }) {
  const { t } = useLanguage();
  return (
    <span className="stack-tight">
      <Link to={`/lots/${lot}`} className="nowrap">
        {t.goods.lot(String(lot))}
      </Link>
      {mark && <span className="faint">{mark}</span>}
    </span>
  );
}
