export * from "./checkpoint/index.ts";
export * from "./consensusProof.ts";
export * from "./qbft/index.ts";
