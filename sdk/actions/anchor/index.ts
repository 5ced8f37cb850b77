export * from "./anchor.ts";
export * from "./get.ts";
export * from "./supersede.ts";
export * from "./verify.ts";
export * from "./withdraw.ts";
