/** Asks a validator by JSON-RPC; what it refuses, and what it leaves unanswered, rejects. */
export async function askValidator(
  url: string,
  method: string,
  params: unknown = [],
  timeoutMs = 5_000,
): Promise<unknown> {
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ jsonrpc: "2.0", id: 1, method, params }),
    signal: AbortSignal.timeout(timeoutMs),
  });
  const answer: unknown = await response.json();
  if (typeof answer !== "object" || answer === null) throw new Error(`${method}: no answer`);
  if ("error" in answer) throw new Error(`${method}: ${JSON.stringify(answer.error)}`);
  return "result" in answer ? answer.result : undefined;
}
