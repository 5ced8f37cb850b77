import type { LedgerAddresses } from "../../sdk/contracts/deployment.ts";
import type { DeployStep } from "./DeployStep.ts";
import { factoryOf } from "./factoryOf.ts";
import type { LedgerOptions } from "./LedgerOptions.ts";

type Names = "warehouses" | "receiptDelivery" | "receiptMetadata" | "warehouseReceipts" | "liens";

/** How warehouses, their receipts and liens are deployed, in order. */
export function warehouseSteps(
  options: LedgerOptions,
  at: LedgerAddresses,
): Record<Names, DeployStep> {
  const { utcOffset = 28_800 } = options;
  const { authority, members } = at;
  return {
    warehouses: (o) =>
      factoryOf(options, "warehouses").deploy(
        authority,
        members,
        at.warehouseReceipts,
        utcOffset,
        o,
      ),
    receiptDelivery: (o) =>
      factoryOf(options, "receiptDelivery").deploy(
        authority,
        members,
        utcOffset,
        at.warehouses,
        at.liens,
        o,
      ),
    receiptMetadata: (o) =>
      factoryOf(options, "receiptMetadata").deploy(at.warehouseReceipts, at.warehouses, o),
    warehouseReceipts: (o) =>
      factoryOf(options, "warehouseReceipts").deploy(
        authority,
        members,
        utcOffset,
        at.receiptMetadata,
        at.receiptDelivery,
        o,
      ),
    liens: (o) =>
      factoryOf(options, "liens").deploy(
        authority,
        members,
        at.receivables,
        at.creditCertificates,
        at.warehouseReceipts,
        at.warehouses,
        at.settlement,
        utcOffset,
        o,
      ),
  };
}
