/** The chain as the gateway sees it: JSON-RPC and nothing else. ethers' JSON-RPC providers satisfy it. */
export interface Rpc {
  /** Sends one request; rejects when the node can't be reached or answers with an error. */
  send(method: string, parameters: unknown[]): Promise<unknown>;
}
