import { setImmediate as nextTurn, setTimeout as rest } from "node:timers/promises";
import { z } from "zod";
import { nodeAnswer } from "./nodeAnswer.ts";
import { NodeFault } from "./nodeFault.ts";
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

type Post = (body: string) => Promise<unknown>;

const MAXIMUM_BATCH = 100;
const RETRY_PAUSE_MS = 50;
// What reads and changes nothing may be asked twice when a connection breaks, as it does when a node restarts.
const readMethod = /^eth_(call|chainId|blockNumber|get\w+)$/;

const answerSchema = z.object({
  id: z.number().int(),
  result: z.unknown().optional(),
  error: z
    .object({ code: z.number(), message: z.string(), data: z.unknown().optional() })
    .nullish()
    .transform((error) => error ?? undefined),
});

// Ids never come again, so that an answer that strayed from another request fits none of ours.
let lastId = 0;

/** Calls made in one turn of the event loop, sent as one JSON-RPC batch. */
class BatchLane {
  readonly #post: Post;
  #waiting: Call[] = [];

  constructor(post: Post) {
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
    const requests = calls.map(({ method, parameters }) => {
      lastId += 1;
      return { jsonrpc: "2.0", id: lastId, method, params: parameters };
    });
    try {
      const body = requests.length === 1 ? requests[0] : requests;
      const isRepeatable = calls.every(({ method }) => readMethod.test(method));
      const parsed = await this.#ask(JSON.stringify(body), isRepeatable);
      const list = Array.isArray(parsed) ? parsed : [parsed];
      const byId = new Map(
        nodeAnswer("a request", z.array(answerSchema), list).map((answer) => [answer.id, answer]),
      );
      for (const [index, call] of calls.entries()) settle(call, byId.get(requests[index]?.id ?? 0));
    } catch (error) {
      for (const call of calls) call.reject(error);
    }
  }

  async #ask(body: string, isRepeatable: boolean): Promise<unknown> {
    try {
      return await this.#post(body);
    } catch (error) {
      if (!isRepeatable || !(error instanceof NodeFault) || error.cause === undefined) throw error;
      await rest(RETRY_PAUSE_MS);
      return this.#post(body);
    }
  }
}

function settle(call: Call, answer: z.output<typeof answerSchema> | undefined): void {
  if (answer === undefined) {
    call.reject(new NodeFault(`The node left ${call.method} unanswered.`));
  } else if (answer.error !== undefined) {
    call.reject(new RpcRefusal(answer.error.code, answer.error.message, answer.error.data));
  } else if (answer.result === undefined) {
    call.reject(new NodeFault(`The node answered ${call.method} with nothing.`));
  } else call.resolve(answer.result);
}

function isTimeout(error: unknown): boolean {
  return error instanceof Error && error.name === "TimeoutError";
}

async function askNode(url: string, body: string, signal: AbortSignal): Promise<unknown> {
  const headers = { "content-type": "application/json" };
  const response = await fetch(url, { method: "POST", headers, body, signal });
  if (response.ok) return response.json();
  await response.body?.cancel();
  throw new NodeFault(`The node answered with HTTP status ${response.status}.`);
}

/**
 * Talks JSON-RPC over HTTP to the node at `url`. Sent transactions travel apart from everything else: some nodes answer
 * them only once they are in a block, and a batch is answered as a whole. Rejects with `RpcRefusal`, the node's own
 * error answer, or with `NodeFault`.
 */
export function connectRpc(url: string, timeoutMs = 15_000): RpcConnection {
  const ended = new AbortController();
  const post = async (body: string): Promise<unknown> => {
    const signal = AbortSignal.any([ended.signal, AbortSignal.timeout(timeoutMs)]);
    try {
      return await askNode(url, body, signal);
    } catch (error) {
      if (error instanceof NodeFault) throw error;
      if (isTimeout(error)) throw new NodeFault(`The node did not answer in ${timeoutMs} ms.`);
      if (error instanceof SyntaxError) throw new NodeFault("The node's answer is not JSON.");
      throw new NodeFault("The node can't be reached.", { cause: error });
    }
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
