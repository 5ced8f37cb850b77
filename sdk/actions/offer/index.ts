export * from "./accept.ts";
export * from "./cancel.ts";
export * from "./create.ts";
export * from "./decline.ts";
export * from "./expire.ts";
export * from "./get.ts";
