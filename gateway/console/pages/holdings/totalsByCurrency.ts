import type { CertificateItem } from "../../api/certificate.ts";

/** Value and free value of certificates, added up per currency. */
export function totalsByCurrency(items: readonly CertificateItem[]) {
  const groups = Map.groupBy(items, ({ currency }) => currency);
  return [...groups].map(([currency, some]) => ({
    currency,
    value: some.reduce((sum, { valueMinor }) => sum + BigInt(valueMinor), 0n),
    free: some.reduce((sum, { freeMinor }) => sum + BigInt(freeMinor), 0n),
  }));
}
