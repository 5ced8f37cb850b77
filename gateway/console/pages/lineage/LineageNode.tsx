import { formatMoney } from "@tallystick/sdk";
import { Link } from "react-router";
import { useLanguage } from "../../i18n/useLanguage.ts";
import { boxSize } from "./boxSize.ts";
import type { LineageItem } from "./lineageData.ts";

function classOf({ flags, valueMinor }: LineageItem, here: boolean): string {
  const names = ["lineage-node"];
  if (here) names.push("lineage-node-here");
  if (flags.includes("frozen")) names.push("lineage-node-frozen");
  else if (flags.includes("financed")) names.push("lineage-node-financed");
  if (valueMinor === "0") names.push("lineage-node-spent");
  return names.join(" ");
}

function shortened(text: string): string {
  const room = /[一-鿿]/.test(text) ? 11 : 22;
  return text.length > room ? `${text.slice(0, room - 1)}…` : text;
}

/** One certificate of the drawing: what it is worth now, who holds it, its tier. */
export function LineageNode({
  item,
  currency,
  here,
}: {
  readonly item: LineageItem;
  readonly currency: string;
  readonly here: boolean;
}) {
  const { t, nameOf } = useLanguage();
  const spent = item.valueMinor === "0";
  const shown = spent ? item.mintedMinor : item.valueMinor;
  const marks = [t.common.tierOf(item.tier), ...(spent ? [t.certificate.spent] : [])];
  return (
    <Link to={`/certificates/${item.certificate}`}>
      <g className={classOf(item, here)}>
        <title>{`${nameOf(item.holder)} · ${formatMoney(BigInt(shown), currency)}`}</title>
        <rect width={boxSize.width} height={boxSize.height} rx="10" />
        <text className="lineage-amount" x="12" y="20">
          {formatMoney(BigInt(shown), currency)}
        </text>
        <text x="12" y="36">
          {shortened(nameOf(item.holder))}
        </text>
        <text className="lineage-sub" x="12" y="50">
          {marks.join(" · ")}
        </text>
      </g>
    </Link>
  );
}
