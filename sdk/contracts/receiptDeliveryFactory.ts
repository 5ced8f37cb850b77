export { ReceiptDelivery__factory as ReceiptDeliveryFactory } from "../generated/factories/warehouse/ReceiptDelivery__factory.ts";
export type { ReceiptDelivery } from "../generated/warehouse/ReceiptDelivery.ts";
