import { Contract, type ContractRunner } from "ethers";
import type { ReceiptDelivery } from "./receiptDeliveryFactory.ts";
import { warehouseReceiptsAbi } from "./warehouseReceiptsAbi.ts";
import type { WarehouseReceipts } from "./warehouseReceiptsFactory.ts";

/** All that the address of the warehouse receipts answers: both of its bytecodes. */
export type WarehouseReceiptsContract = {
  connect(runner: ContractRunner | null): WarehouseReceiptsContract;
} & WarehouseReceipts &
  ReceiptDelivery;

/** The warehouse receipts of a ledger. */
export function connectWarehouseReceipts(
  address: string,
  runner?: ContractRunner | null,
): WarehouseReceiptsContract {
  return new Contract(
    address,
    warehouseReceiptsAbi,
    runner,
  ) as unknown as WarehouseReceiptsContract;
}
