import type { Hex } from "./hex.ts";

/** What RLP decodes to, in hex. */
export type RlpTree = Hex | readonly RlpTree[];
