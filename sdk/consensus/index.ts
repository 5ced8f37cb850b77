export * from "./consensusProof.ts";
export * from "./qbft/index.ts";
