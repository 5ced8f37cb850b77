import type { Hex } from "./ristretto.ts";

/** One holder's share of an epoch's key. `secret` never leaves the server that answers with it. */
export type TagShare = {
  readonly epoch: number;
  readonly index: number;
  readonly publicKey: Hex;
  readonly secret: Hex;
};
