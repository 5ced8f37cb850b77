/** A node of a Besu network, as its files describe it. */
export interface BesuNode {
  /** `validator-1`, `reader-1`; also its folder. */
  readonly name: string;
  readonly role: "validator" | "reader";
  /** IPv4 address that the other nodes reach. */
  readonly host: string;
  readonly p2pPort: number;
  readonly rpcPort: number;
  readonly metricsPort: number;
  /** 64 bytes in hex without prefix, as enode URLs have it. */
  readonly publicKey: string;
  /** Of the node key, lower case; a validator's is in the genesis. */
  readonly address: string;
  /** 32 bytes in hex; undefined where the node's owner keeps it to itself. */
  readonly privateKey: string | undefined;
}
