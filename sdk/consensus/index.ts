export * from "./checkpoint/index.ts";
export * from "./consensusProof.ts";
export * from "./headerCodecOf.ts";
export * from "./headerCodecs.ts";
export * from "./qbft/index.ts";
export * from "./warp/index.ts";
