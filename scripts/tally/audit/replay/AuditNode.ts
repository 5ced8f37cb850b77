import { z } from "zod";
import { NodeError } from "./NodeError.ts";

/** One JSON-RPC call. */
export type NodeCall = readonly [method: string, ...parameters: readonly unknown[]];

const answers = z.array(
  z.object({
    id: z.int(),
    result: z.unknown().optional(),
    error: z.object({ code: z.number(), message: z.string() }).nullish(),
  }),
);
const PATIENCE_MS = 60_000;

/** The auditor's own node, by JSON-RPC over HTTP. Nothing that it says is believed; it is only asked. */
export class AuditNode {
  readonly #url: string;
  #id = 0;

  constructor(url: string) {
    this.#url = url;
  }

  async send(...call: NodeCall): Promise<unknown> {
    const [answer] = await this.batch([call]);
    return answer;
  }

  /**
   * Answers to several calls in their order.
   *
   * @throws NodeError for the first call that the node refuses, and whatever fetch throws
   */
  async batch(calls: readonly NodeCall[]): Promise<readonly unknown[]> {
    const requests = calls.map(([method, ...params]) => {
      this.#id += 1;
      return { jsonrpc: "2.0", id: this.#id, method, params };
    });
    const response = await fetch(this.#url, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(requests),
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    if (!response.ok) throw new NodeError("request", response.status, `HTTP ${response.status}`);
    const answer: unknown = await response.json();
    const read = answers.parse(Array.isArray(answer) ? answer : [answer]);
    const byId = new Map(read.map((each) => [each.id, each]));
    return requests.map(({ id, method }) => {
      const found = byId.get(id);
      if (found === undefined) throw new NodeError(method, 0, "the node left out an answer");
      const { error } = found;
      if (error) throw new NodeError(method, error.code, error.message);
      return found.result;
    });
  }
}
