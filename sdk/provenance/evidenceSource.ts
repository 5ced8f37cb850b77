/** A node as an export asks it: JSON-RPC, whatever carries it. Any EIP-1193 provider will do. */
export type EvidenceSource = {
  request(call: { readonly method: string; readonly params: readonly unknown[] }): Promise<unknown>;
};
