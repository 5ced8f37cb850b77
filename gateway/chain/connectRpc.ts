import { setImmediate as nextTurn } from "node:timers/promises";
import { z } from "zod";
import type { Rpc } from "./rpc.ts";
import { RpcRefusal } from "./rpcRefusal.ts";

/** A connection to a node, with a way to end it. */
export interface RpcConnection extends Rpc {
  /** Rejects what is under way and everything after. */
  destroy(): void;
}

interface Call {
  readonly method: string;
  readonly parameters: unknown[];
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: unknown) => void;
}

const MAXIMUM_BATCH = 100;

const answerSchema = z.object({
  id: z.number().int(),
  result: z.unknown().optional(),
  error: z.object({ code: z.number(), message: z.string(), data: z.unknown() }).optional(),
});

/** Calls made in one turn of the event loop, sent as one JSON-RPC batch. */
class BatchLane {
  readonly #post: (body: string) => Promise<unknown>;
  #waiting: Call[] = [];

  constructor(post: (body: string) => Promise<unknown>) {
    this.#post = post;
  }

  add(call: Call): void {
    this.#waiting.push(call);
    if (this.#waiting.length === 1) void nextTurn().then(() => this.#flush());
  }

  #flush(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (let from = 0; from < waiting.length; from += MAXIMUM_BATCH) {
      void this.#send(waiting.slice(from, from + MAXIMUM_BATCH));
    }
  }

  async #send(calls: readonly Call[]): Promise<void> {
    const requests = calls.map(({ method, parameters }, id) => ({
      jsonrpc: "2.0",
      id,
      method,
      params: parameters,
    }));
    try {
      const body = requests.length === 1 ? requests[0] : requests;
      const parsed = await this.#post(JSON.stringify(body));
      const answers = z.array(answerSchema).parse(Array.isArray(parsed) ? parsed : [parsed]);
      const byId = new Map(answers.map((answer) => [answer.id, answer]));
      for (const [id, call] of calls.entries()) settle(call, byId.get(id));
    } catch (error) {
      for (const call of calls) call.reject(error);
    }
  }
}

function settle(call: Call, answer: z.output<typeof answerSchema> | undefined): void {
  if (answer === undefined) call.reject(new Error(`The node left ${call.method} unanswered.`));
  else if (answer.error === undefined) call.resolve(answer.result);
  else call.reject(new RpcRefusal(answer.error.code, answer.error.message, answer.error.data));
}

/**
 * Talks JSON-RPC over HTTP to the node at `url`. Sent transactions travel apart from everything else: some nodes answer
 * them only once they are in a block, and a batch is answered as a whole.
 */
export function connectRpc(url: string, timeoutMs = 15_000): RpcConnection {
  const ended = new AbortController();
  const post = async (body: string): Promise<unknown> => {
    const signal = AbortSignal.any([ended.signal, AbortSignal.timeout(timeoutMs)]);
    const headers = { "content-type": "application/json" };
    const response = await fetch(url, { method: "POST", headers, body, signal });
    if (!response.ok) throw new Error(`The node answered with HTTP status ${response.status}.`);
    return response.json();
  };
  const reads = new BatchLane(post);
  const sends = new BatchLane(post);
  return {
    send(method, parameters) {
      const { promise, resolve, reject } = Promise.withResolvers<unknown>();
      const lane = method === "eth_sendRawTransaction" ? sends : reads;
      lane.add({ method, parameters, resolve, reject });
      return promise;
    },
    destroy: () => ended.abort(new Error("The connection to the node was ended.")),
  };
}
