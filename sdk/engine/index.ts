export * from "./batchGasLimit.ts";
export * from "./engineName.ts";
export * from "./engineProfile.ts";
export * from "./engineProfiles.ts";
export * from "./engineQuirks.ts";
