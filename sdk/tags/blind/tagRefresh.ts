import type { Hex } from "./ristretto.ts";
import type { DealtTagShare } from "./tagCeremony.ts";

/** The servers that hold the key after a refresh. */
export type NextTagServers = {
  /** At least 2; may differ from before. */
  readonly threshold: number;
  readonly servers: readonly { readonly index: number; readonly url: string }[];
};

/** What a holder adds to a refresh: commitments for everybody, and one secret for each server to be. */
export type TagRefreshContribution = {
  readonly from: number;
  /** To the coefficients of a new polynomial that starts at the holder's share; as many as the next threshold. */
  readonly commitments: readonly Hex[];
  /** Each goes to its server alone. */
  readonly dealt: readonly DealtTagShare[];
};
