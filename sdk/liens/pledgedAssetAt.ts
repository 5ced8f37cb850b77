import type { LedgerDeployment } from "../ledger/ledger.ts";
import type { PledgedAsset } from "./pledgedAsset.ts";

/** The asset whose token contract is at an address. */
export function pledgedAssetAt(
  { addresses }: Pick<LedgerDeployment, "addresses">,
  address: string,
): PledgedAsset {
  const key = address.toLowerCase();
  if (key === addresses.creditCertificates.toLowerCase()) return "certificate";
  return key === addresses.warehouseReceipts.toLowerCase() ? "receipt" : `0x${key.slice(2)}`;
}
