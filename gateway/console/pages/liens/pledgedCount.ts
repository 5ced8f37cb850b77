import { formatMoney } from "@tallystick/sdk";
import { quantityOf } from "../../components/quantityOf.ts";
import { minorOf } from "../certificate/minorOf.ts";

/** What people type about an encumbrance: money of certificates, whole counts of goods. */
export const pledgedCount = {
  /** Minor units or a count; undefined while it is none. */
  of(asset: string, unit: string, text: string): bigint | undefined {
    return asset === "certificate" ? minorOf(text, unit) : quantityOf(text);
  },

  text(asset: string, unit: string, count: string): string {
    if (asset !== "certificate") return count;
    const [figure = ""] = formatMoney(BigInt(count), unit).split(" ");
    return figure;
  },
} as const;
