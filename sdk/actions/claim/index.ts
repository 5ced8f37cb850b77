export * from "./getLeftNeighbour.ts";
export * from "./getTally.ts";
