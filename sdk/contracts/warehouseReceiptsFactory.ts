export { WarehouseReceipts__factory as WarehouseReceiptsFactory } from "../generated/factories/warehouse/WarehouseReceipts__factory.ts";
export type { WarehouseReceipts } from "../generated/warehouse/WarehouseReceipts.ts";
