export * from "./get.ts";
export * from "./getCeiling.ts";
export * from "./getCurrent.ts";
export * from "./rulesVersion.ts";
export * from "./schedule.ts";
export * from "./setCeiling.ts";
