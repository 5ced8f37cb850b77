import type { CertificateItem } from "../../api/certificate.ts";
import { ledgerDay } from "../../api/ledgerDay.ts";

/** Last day from today of each rung, but for the first, which is past, and the last, which has no end. */
const ends = [-1, 7, 30, 90, 180] as const;

/** Value that falls due within each rung, per currency; rungs are numbered from 0. */
export function rungsOf(items: readonly CertificateItem[]) {
  const rungOf = ({ dueDate }: CertificateItem) => {
    const days = ledgerDay.until(dueDate);
    const found = ends.findIndex((end) => days <= end);
    return found === -1 ? ends.length : found;
  };
  return [...Map.groupBy(items, ({ currency }) => currency)].map(([currency, some]) => ({
    currency,
    rungs: Array.from({ length: ends.length + 1 }, (_, rung) =>
      some
        .filter((item) => rungOf(item) === rung)
        .reduce((sum, { valueMinor }) => sum + BigInt(valueMinor), 0n),
    ),
  }));
}
