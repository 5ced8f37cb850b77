/** What an engine does that its JSON-RPC does not tell. Undefined: nothing of the kind is known. */
export interface EngineQuirks {
  /** A nonce this far above the next one is dropped from the pool without a word, though the node answered with its hash. */
  readonly nonceGapLimit: number | undefined;
  /** The most bytes a signed transaction may have to enter a pool. */
  readonly transactionBytes: number | undefined;
  /** The most gas that `eth_call` simulates; a call with a higher limit runs with this one. */
  readonly callGasCap: bigint | undefined;
  /** The lowest base fee, in wei per gas: an account without coin can send nothing where it is above 0. */
  readonly baseFeeFloor: bigint;
  /**
   * Where it is kept which accounts may send, so that a new member's must be put there: in the chain's state, which
   * transactions change; in files of each node's; nowhere.
   */
  readonly allowLists: "chain" | "nodes" | "none";
  /** What `eth_getLogs` does with blocks above the head. */
  readonly logsAboveHead: "refused" | "none";
  /** Whether sending is answered only once the transaction is in a block. */
  readonly sendsWaitForBlock: boolean;
}
