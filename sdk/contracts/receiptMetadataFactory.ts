export { ReceiptMetadata__factory as ReceiptMetadataFactory } from "../generated/factories/warehouse/ReceiptMetadata__factory.ts";
export type { ReceiptMetadata } from "../generated/warehouse/ReceiptMetadata.ts";
