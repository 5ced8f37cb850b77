import { ReceiptDeliveryFactory } from "./receiptDeliveryFactory.ts";
import { WarehouseReceiptsFactory } from "./warehouseReceiptsFactory.ts";

const fragments = [
  ...WarehouseReceiptsFactory.abi,
  ...ReceiptDeliveryFactory.abi.filter(({ type }) => type !== "constructor"),
];

/** The functions, events and errors of both bytecodes behind the warehouse receipts' address, each once. */
export const warehouseReceiptsAbi = [
  ...new Map(fragments.map((fragment) => [JSON.stringify(fragment), fragment])).values(),
];
