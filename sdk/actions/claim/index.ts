export * from "./getEpochs.ts";
export * from "./getLeftNeighbours.ts";
export * from "./getTally.ts";
export * from "./openEpoch.ts";
