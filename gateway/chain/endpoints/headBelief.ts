import type { EngineProfile } from "@tallystick/sdk";
import { z } from "zod";
import { nodeAnswer } from "../nodeAnswer.ts";
import { quantity } from "../quantity.ts";
import { UntrueAnswer } from "../untrueAnswer.ts";
import type { Endpoint, Place } from "./endpoint.ts";

const METHOD = "eth_getBlockByNumber";
const hash = z.string().regex(/^0x[0-9a-f]{64}$/i);
const wireHead = z.object({ number: quantity, hash, parentHash: hash });

/** A head as a node tells it. */
export type Head = z.output<typeof wireHead>;

/**
 * The highest block that this process has seen, and whether what a node says of its own head fits to it. On engines whose
 * blocks are final two nodes can't differ about a block; on others only what a node says itself is compared. A block that
 * one node alone has told is let go with that node, or when more nodes have another one in its place.
 */
export class HeadBelief {
  readonly #isFinal: boolean;
  #seen: Place | undefined;
  /** Who told which block of that number. */
  readonly #witnesses = new Map<string, Set<Endpoint>>();
  /** The last block that was seen and that two nodes told. */
  #sure: Place | undefined;

  constructor(finality: EngineProfile["finality"]) {
    this.#isFinal = finality === "final";
  }

  get seen(): Place | undefined {
    return this.#seen;
  }

  get isFinal(): boolean {
    return this.#isFinal;
  }

  /** Whether a node with this head knows all that was seen. */
  reaches(head: Place | undefined): boolean {
    return head !== undefined && head.number >= (this.#seen?.number ?? 0);
  }

  /** The chain was cut back: nothing that was above this head counts any more. */
  cutBack(head: Place): void {
    if (this.#isFinal) return;
    this.#seen = head;
    this.#witnesses.clear();
  }

  /** Nothing counts any more that this node alone has told. */
  discredit(endpoint: Endpoint): void {
    const own = this.#witnesses.get(this.#seen?.hash ?? "");
    if (!this.#isFinal || own?.delete(endpoint) !== true || own.size > 0) return;
    this.#seen = this.#sure;
    this.#witnesses.clear();
  }

  /**
   * Takes the answer to a request for the newest block. Throws `UntrueAnswer` for a head that has no block, whose parent is
   * another one's, or that contradicts what was seen.
   */
  async take(endpoint: Endpoint, answer: unknown): Promise<Head> {
    const head = nodeAnswer(METHOD, wireHead, answer);
    if (!this.#followsAtOnce(head)) await this.#check(endpoint, head);
    endpoint.head = { number: head.number, hash: head.hash };
    if (!this.reaches(head)) return head;
    if (this.#seen?.number !== head.number) this.#witnesses.clear();
    this.#seen = endpoint.head;
    this.#witness(head.hash, endpoint);
    if (this.#count(head.hash) > 1) this.#sure = this.#seen;
    return head;
  }

  #followsAtOnce({ number, hash: own, parentHash }: Head): boolean {
    const seen = this.#seen;
    if (seen === undefined) return false;
    if (number === seen.number) return own === seen.hash;
    return number === seen.number + 1 && parentHash === seen.hash;
  }

  async #check(endpoint: Endpoint, head: Head): Promise<void> {
    const { number } = head;
    const isOwnStill = endpoint.head?.number === number && endpoint.head.hash === head.hash;
    if (isOwnStill && !this.#contradicts(head)) return;
    const [same, parent] = await Promise.all([
      this.#at(endpoint, number),
      number === 0 ? undefined : this.#at(endpoint, number - 1),
    ]);
    // A chain that may be cut back can change between two questions.
    if (same?.hash !== head.hash && (this.#isFinal || same === undefined))
      throw new UntrueAnswer(`Its head is block ${number}, but it does not have that block.`);
    if (this.#isFinal && parent !== undefined && parent.hash !== head.parentHash)
      throw new UntrueAnswer(`Its block ${number} does not follow its block ${number - 1}.`);
    if (this.#isFinal) await this.#compare(endpoint, head);
  }

  async #compare(endpoint: Endpoint, head: Head): Promise<void> {
    const seen = this.#seen;
    if (seen === undefined || head.number < seen.number) return;
    const own = await this.#at(endpoint, seen.number);
    // What others told meanwhile may have changed what it is held against.
    if (seen.hash !== this.#seen?.hash) return this.#compare(endpoint, head);
    if (own === undefined || own.hash === seen.hash) return;
    this.#witness(own.hash, endpoint);
    if (this.#count(own.hash) > this.#count(seen.hash)) return this.#outvote(seen, own);
    throw new UntrueAnswer(`Its block ${seen.number} is another one than was seen before.`);
  }

  /** Two blocks of one number can't both be, where nothing is taken back. */
  #contradicts({ number, hash: own }: Head): boolean {
    return this.#isFinal && this.#seen?.number === number && this.#seen.hash !== own;
  }

  #witness(blockHash: string, endpoint: Endpoint): void {
    const known = this.#witnesses.get(blockHash) ?? new Set<Endpoint>();
    this.#witnesses.set(blockHash, known.add(endpoint));
  }

  #count(blockHash: string): number {
    return this.#witnesses.get(blockHash)?.size ?? 0;
  }

  /** More nodes have another block in this place; those that told the former one are looked at again. */
  #outvote({ hash: former }: Place, { number, hash: own }: Head): void {
    for (const endpoint of this.#witnesses.get(former) ?? []) endpoint.head = undefined;
    this.#seen = { number, hash: own };
  }

  async #at(endpoint: Endpoint, number: number): Promise<Head | undefined> {
    const answer = await endpoint.ask(METHOD, [`0x${number.toString(16)}`, false]);
    return answer === null || answer === undefined
      ? undefined
      : nodeAnswer(METHOD, wireHead, answer);
  }
}
