/** One JSON-RPC call of the ledger's node. */
export async function callNode(url: string, method: string, params: unknown[]): Promise<unknown> {
  const headers = { "content-type": "application/json" };
  const body = JSON.stringify({ jsonrpc: "2.0", id: 1, method, params });
  const response = await fetch(url, { method: "POST", headers, body });
  const { result } = (await response.json()) as { result?: unknown };
  if (result === undefined) throw new Error(`The node refused ${method}.`);
  return result;
}
