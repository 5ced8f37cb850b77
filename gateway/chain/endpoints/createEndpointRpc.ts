import { setTimeout as pause } from "node:timers/promises";
import type { EngineProfile } from "@tallystick/sdk";
import type { Logger } from "pino";
import { NodeFault } from "../nodeFault.ts";
import type { Rpc } from "../rpc.ts";
import { Behind } from "./behind.ts";
import { Endpoint } from "./endpoint.ts";
import { EndpointGuard } from "./endpointGuard.ts";
import type { EndpointStatus } from "./endpointStatus.ts";
import { firstAnswer } from "./firstAnswer.ts";
import { HeadBelief } from "./headBelief.ts";
import { isOwnTrouble } from "./isOwnTrouble.ts";
import { NoneAnswered } from "./noneAnswered.ts";
import { SentBytes } from "./sentBytes.ts";

/** Several nodes of one chain that are asked as if they were one. */
export interface EndpointRpc extends Rpc {
  /** How each of them does, in the order in which they were given. */
  endpoints(): readonly EndpointStatus[];
  /** Looks at all of them, now and every second; resolves after the first look. */
  start(): Promise<void>;
  stop(): Promise<void>;
}

/** What several nodes are asked by. */
export interface EndpointRpcOptions {
  readonly nodes: readonly { readonly name: string; readonly rpc: Rpc }[];
  readonly chainId: number;
  readonly finality: EngineProfile["finality"];
  readonly logger: Pick<Logger, "info" | "warn" | "error">;
  /** After so long without an answer another node is asked the same. */
  readonly patienceMs?: number;
  /** So long is waited for one of them to have the block that was seen before. */
  readonly lagPatienceMs?: number;
  readonly lookMs?: number;
  readonly now?: () => number;
}

interface Told {
  readonly endpoint: Endpoint;
  readonly answer?: unknown;
  /** What the node refused with, which is an answer too. */
  readonly refusal?: unknown;
}

const LAG_PAUSE_MS = 50;

class ManyEndpoints implements EndpointRpc {
  readonly #options: Required<EndpointRpcOptions>;
  readonly #endpoints: readonly Endpoint[];
  readonly #belief: HeadBelief;
  readonly #guard: EndpointGuard;
  readonly #sent = new SentBytes();
  readonly #looks = new Map<Endpoint, Promise<void>>();
  #current: Endpoint | undefined;
  #timer: NodeJS.Timeout | undefined;

  constructor(options: Required<EndpointRpcOptions>) {
    this.#options = options;
    const { nodes, now, logger, finality, chainId } = options;
    const onSetAside = (node: string, reason: string) =>
      logger.error({ node, reason }, "chain: alarm, a node is set aside");
    this.#endpoints = nodes.map((node) => new Endpoint({ ...node, now, onSetAside }));
    this.#belief = new HeadBelief(finality);
    this.#guard = new EndpointGuard(chainId, this.#belief);
  }

  endpoints(): readonly EndpointStatus[] {
    return this.#endpoints.map((each) => each.status(this.#current, this.#belief.seen));
  }

  async start(): Promise<void> {
    this.#lookAtAll();
    const first = Promise.all(this.#looks.values());
    await Promise.race([first, pause(this.#options.patienceMs)]);
    this.#timer = setInterval(() => this.#lookAtAll(), this.#options.lookMs);
    this.#timer.unref();
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer);
    await Promise.all(this.#looks.values());
  }

  async send(method: string, parameters: unknown[]): Promise<unknown> {
    const { now, lagPatienceMs } = this.#options;
    const since = now();
    for (;;) {
      try {
        return method === "eth_sendRawTransaction"
          ? await this.#hand(parameters)
          : await this.#read(method, parameters);
      } catch (error) {
        if (!(error instanceof NoneAnswered)) throw error;
        const isLate = now() - since >= lagPatienceMs;
        const isLagging = error.errors.some((each) => each instanceof Behind);
        if (!isLagging || (isLate && !this.#cutBack())) throw this.#fault(error.errors);
        await pause(LAG_PAUSE_MS);
      }
    }
  }

  /** Those that may be asked: the one that reads go to first, those that failed last. */
  #ranked(): Endpoint[] {
    const others = (each: Endpoint) => (each === this.#current ? 0 : 1);
    const head = (each: Endpoint) => each.head?.number ?? -1;
    return this.#endpoints
      .filter((each) => !each.isAside)
      .toSorted((a, b) => a.streak - b.streak || others(a) - others(b) || head(b) - head(a));
  }

  async #read(method: string, parameters: unknown[]): Promise<unknown> {
    const told = await this.#first(this.#ranked(), this.#options.patienceMs, (endpoint) =>
      this.#guard.read(endpoint, method, parameters),
    );
    this.#readsGoTo(told.endpoint);
    if ("refusal" in told) throw told.refusal;
    return told.answer;
  }

  /** The same bytes do no harm in a second node: it is handed them when the first one doesn't answer. */
  async #hand(parameters: unknown[]): Promise<unknown> {
    const raw = String(parameters[0]);
    const ranked = this.#sent.order(raw, this.#ranked());
    const told = await this.#first(ranked, this.#options.patienceMs, (endpoint) => {
      this.#sent.note(raw, endpoint);
      return this.#guard.hand(endpoint, parameters);
    });
    if ("refusal" in told) throw told.refusal;
    return told.answer;
  }

  #first(
    endpoints: readonly Endpoint[],
    patienceMs: number,
    ask: (endpoint: Endpoint) => Promise<unknown>,
  ): Promise<Told> {
    const attempts = endpoints.map((endpoint) => async (): Promise<Told> => {
      try {
        return { endpoint, answer: await ask(endpoint) };
      } catch (error) {
        if (error instanceof NodeFault || isOwnTrouble(error)) throw error;
        return { endpoint, refusal: error };
      }
    });
    return firstAnswer(attempts, patienceMs);
  }

  #readsGoTo(endpoint: Endpoint): void {
    const former = this.#current;
    this.#current = endpoint;
    if (former === undefined || former === endpoint) return;
    const facts = { node: endpoint.name, before: former.name };
    this.#options.logger.warn(facts, "chain: reads go to another node now");
  }

  /** On a chain that may be cut back, the highest head that is left counts once it has lasted. */
  #cutBack(): boolean {
    const heads = this.#endpoints.flatMap(({ head }) => head ?? []);
    const [highest] = heads.toSorted((a, b) => b.number - a.number);
    if (this.#belief.isFinal || highest === undefined) return false;
    this.#belief.cutBack(highest);
    return true;
  }

  #fault(errors: readonly unknown[]): unknown {
    const refusal = errors.find((each) => !(each instanceof NodeFault));
    if (refusal !== undefined) return refusal;
    const number = this.#belief.seen?.number;
    if (errors.some((each) => each instanceof Behind))
      return new NodeFault(`No node has block ${number} yet, which was seen before.`);
    if (errors.length === 0) return new NodeFault("Every node is set aside.");
    return new NodeFault(`None of ${errors.length} nodes answers.`, { cause: errors[0] });
  }

  /** A node that hangs is not asked again before it has answered or was given up. */
  #lookAtAll(): void {
    for (const endpoint of this.#endpoints) {
      if (this.#looks.has(endpoint) || !endpoint.mayBeLookedAt) continue;
      const look = this.#look(endpoint).finally(() => this.#looks.delete(endpoint));
      this.#looks.set(endpoint, look);
    }
  }

  async #look(endpoint: Endpoint): Promise<void> {
    const wasAside = await this.#guard.look(endpoint).catch(() => false);
    if (!wasAside) return;
    this.#options.logger.info({ node: endpoint.name }, "chain: a node is asked again");
  }
}

/**
 * Asks several nodes of one chain as if they were one. Reads stay with one node while it answers; another one takes over
 * within the call, and only if it has what this process has seen, so that nothing that was read goes away again. A node
 * whose head contradicts itself or the others' is set aside; so is one of another chain.
 */
export function createEndpointRpc(options: EndpointRpcOptions): EndpointRpc {
  const pace = { patienceMs: 3_000, lagPatienceMs: 5_000, lookMs: 1_000 };
  return new ManyEndpoints({ ...pace, now: () => performance.now(), ...options });
}
