/** What differs between the engines a ledger may run on, as far as the gateway is concerned. */
export interface EngineProfile {
  readonly name: string;
  /** Wei per gas; 0 wherever the engine allows it. */
  readonly gasPrice: bigint;
  /**
   * Gas limit of a transaction unless its caller names another one. A fixed cap and no estimate: parallel transactions
   * change each other's cost (a counter's first write, a list's growth), and an estimate taken before them runs out.
   */
  readonly gasLimit: bigint;
  /** Transactions of one signer that may wait in the node's pool at once. */
  readonly maxInFlightPerSigner: number;
  /** On `final` engines a reorganisation is an incident and stops the projection; elsewhere it is projected again. */
  readonly finality: "final" | "reorganising";
  /** By which rule a header's hash is checked: Ethereum's own; engines of the second kind hash other fields too. */
  readonly headers: "ethereum" | "unchecked";
  /** Seconds after which a head without successor means that the chain stalls; undefined for engines that mine on demand. */
  readonly headStaleSeconds: number | undefined;
}
