export * from "./agree.ts";
export * from "./agreePledged.ts";
export * from "./cancelNonce.ts";
export * from "./deliver.ts";
export * from "./get.ts";
export * from "./isNonceUsed.ts";
export * from "./retireToBill.ts";
