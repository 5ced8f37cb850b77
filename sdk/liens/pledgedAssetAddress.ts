import type { LedgerDeployment } from "../ledger/ledger.ts";
import type { PledgedAsset } from "./pledgedAsset.ts";

/** Address of the token contract of a pledged asset. */
export function pledgedAssetAddress(
  { addresses }: Pick<LedgerDeployment, "addresses">,
  asset: PledgedAsset,
): string {
  if (asset === "certificate") return addresses.creditCertificates;
  return asset === "receipt" ? addresses.warehouseReceipts : asset;
}
