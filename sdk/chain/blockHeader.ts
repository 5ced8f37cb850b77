import type { Hex } from "./hex.ts";

/** A block's header: what other things are proved against. */
export interface BlockHeader {
  readonly number: bigint;
  /** As the engine defines it, computed from `fields`; never as told. */
  readonly hash: Hex;
  readonly parentHash: Hex;
  readonly stateRoot: Hex;
  readonly transactionsRoot: Hex;
  readonly receiptsRoot: Hex;
  /** In seconds. */
  readonly timestamp: bigint;
  readonly extraData: Hex;
  /** Its RLP items in their order; numbers without leading zeros, so that zero is `0x`. */
  readonly fields: readonly Hex[];
}

/** How an engine names a block: a hash over the header's fields. Numbers among them are those of `headerFields`. */
export type HashHeader = (fields: readonly Hex[]) => Hex;
