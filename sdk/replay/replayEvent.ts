/** A decoded argument: integers are `bigint`, bytes and addresses 0x-hex, structs and arrays keep their shape. */
export type EventValue =
  | bigint
  | string
  | boolean
  | readonly EventValue[]
  | { readonly [name: string]: EventValue };

/** One event of one of the ledger's contracts, and its place in the chain. */
export interface ReplayEvent<Args = Readonly<Record<string, EventValue>>> {
  /** Sortable and of fixed width: see `eventKey`. */
  readonly key: string;
  readonly contract: string;
  readonly name: string;
  readonly args: Args;
  /** The request reference (32 bytes, 0x-hex); undefined for direct callers, who pass 0. */
  readonly ref: string | undefined;
  readonly blockNumber: number;
  readonly blockHash: string;
  readonly blockTime: Date;
  readonly transactionHash: string;
  readonly transactionIndex: number;
  readonly logIndex: number;
}
