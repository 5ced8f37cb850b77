import { UntrueAnswer } from "../untrueAnswer.ts";
import { Behind } from "./behind.ts";
import type { Endpoint } from "./endpoint.ts";
import type { HeadBelief } from "./headBelief.ts";

const HEAD = "eth_getBlockByNumber";
const newest = ["latest", false];

/** Asks a node only what it can know, and sets it aside when what it says can't be true. */
export class EndpointGuard {
  readonly #chainId: number;
  readonly #belief: HeadBelief;

  constructor(chainId: number, belief: HeadBelief) {
    this.#chainId = chainId;
    this.#belief = belief;
  }

  /** Rejects with `Behind` when the node lacks what was seen, and with `UntrueAnswer` when it can't be believed. */
  read(endpoint: Endpoint, method: string, parameters: unknown[]): Promise<unknown> {
    return this.#believing(endpoint, async () => {
      await this.#prepare(endpoint);
      const isNewest = method === HEAD && parameters[0] === "latest";
      if (method !== "eth_blockNumber" && !isNewest) {
        const answer = await endpoint.ask(method, parameters);
        if (method === HEAD && answer === null) this.#checkMissing(endpoint, parameters[0]);
        return answer;
      }
      const answer = await endpoint.ask(HEAD, isNewest ? parameters : newest);
      const head = await this.#belief.take(endpoint, answer);
      if (!this.#belief.reaches(head)) throw this.#behind(endpoint);
      return isNewest ? answer : `0x${head.number.toString(16)}`;
    });
  }

  /** Hands it a transaction: a node that is behind spreads it as well. */
  hand(endpoint: Endpoint, parameters: unknown[]): Promise<unknown> {
    return this.#believing(endpoint, async () => {
      await this.#checkChain(endpoint);
      return endpoint.ask("eth_sendRawTransaction", parameters);
    });
  }

  /** Looks at its chain and its head; answers whether it had been set aside and is well again. */
  look(endpoint: Endpoint): Promise<boolean> {
    return this.#believing(endpoint, async () => {
      await this.#checkChain(endpoint);
      await this.#belief.take(endpoint, await endpoint.ask(HEAD, newest));
      return endpoint.passed();
    });
  }

  async #believing<Answer>(endpoint: Endpoint, work: () => Promise<Answer>): Promise<Answer> {
    try {
      return await work();
    } catch (error) {
      if (error instanceof UntrueAnswer) {
        endpoint.setAside(error.message);
        this.#belief.discredit(endpoint);
      }
      throw error;
    }
  }

  async #prepare(endpoint: Endpoint): Promise<void> {
    await this.#checkChain(endpoint);
    if (this.#belief.reaches(endpoint.head)) return;
    await this.#belief.take(endpoint, await endpoint.ask(HEAD, newest));
    if (!this.#belief.reaches(endpoint.head)) throw this.#behind(endpoint);
  }

  async #checkChain(endpoint: Endpoint): Promise<void> {
    if (endpoint.isOfOurChain) return;
    const served = Number(await endpoint.ask("eth_chainId", []));
    if (served !== this.#chainId) {
      const sentence = `It serves chain ${served}, and the ledger is on chain ${this.#chainId}.`;
      throw new UntrueAnswer(sentence);
    }
    endpoint.isOfOurChain = true;
  }

  /** A block below a node's own head is there, where nothing is ever taken back. */
  #checkMissing(endpoint: Endpoint, tag: unknown): void {
    const number = Number(tag);
    const head = endpoint.head?.number ?? -1;
    if (!this.#belief.isFinal || !Number.isInteger(number) || number > head) return;
    throw new UntrueAnswer(`Its head is block ${head}, but it does not have block ${number}.`);
  }

  #behind({ name }: Endpoint): Behind {
    return new Behind(`Node ${name} has not reached block ${this.#belief.seen?.number}.`);
  }
}
