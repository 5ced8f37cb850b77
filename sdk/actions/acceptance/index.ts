export * from "./cancelNonce.ts";
export * from "./getStanding.ts";
export * from "./isNonceUsed.ts";
export * from "./setStanding.ts";
