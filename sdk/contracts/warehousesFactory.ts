export { Warehouses__factory as WarehousesFactory } from "../generated/factories/warehouse/Warehouses__factory.ts";
export type { Warehouses } from "../generated/warehouse/Warehouses.ts";
