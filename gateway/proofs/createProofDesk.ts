import type { BlockHeader, HeaderCodec, Hex, WarpTrust } from "@tallystick/sdk";
import type { Rpc } from "../chain/rpc.ts";
import type { Database } from "../database/database.ts";
import type { Projector } from "../projection/projector.ts";
import { blockProofs, type UnprovedBlock } from "./blockProofs.ts";
import { dropOutdated } from "./dropOutdated.ts";
import type { ProofCoverage, ProofDesk } from "./proofDesk.ts";
import { readHeaders } from "./readHeaders.ts";
import type { Pinned, ReadPinned } from "./readPinned.ts";

/** What a desk works with. */
export interface ProofDeskOptions {
  readonly database: Database;
  readonly rpc: Rpc;
  readonly codec: HeaderCodec;
  /** Whose signatures count, read anew before each round. */
  readonly readPinned: ReadPinned;
  readonly projector: Pick<Projector, "status">;
}

/** Blocks in a row that one signature covers: more headers in a bundle, and fewer pairings after a long absence. */
const MOST_COVERED = 256;
const SPAN = 512;
/** A block younger than that is not yet missed. */
const YOUNG_SECONDS = 30;
const COUNT_EVERY_MS = 2_000;

type Block = Pick<BlockHeader, "number" | "hash">;

class Desk implements ProofDesk {
  readonly #options: ProofDeskOptions;
  #pinned: Pinned;
  /** Up to here every block with events is proved. */
  #provedTo = -1;
  #counted: Promise<ProofCoverage> | undefined;
  #countedAt = 0;
  #isChecked = false;

  constructor(options: ProofDeskOptions, pinned: Pinned) {
    this.#options = options;
    this.#pinned = pinned;
  }

  get trust(): WarpTrust {
    return this.#pinned.trust;
  }

  async round(): Promise<void> {
    const { database, projector } = this.#options;
    await this.#refresh();
    for (;;) {
      const { blockNumber } = projector.status();
      const blocks = await blockProofs.unproved(database, this.#provedTo, SPAN);
      const [first] = blocks;
      if (first === undefined) {
        this.#provedTo = Math.max(this.#provedTo, blockNumber);
        return;
      }
      this.#provedTo = first.number - 1;
      await this.#prove(
        first,
        blocks.filter(({ number }) => number - first.number < MOST_COVERED),
      );
    }
  }

  coverage(): Promise<ProofCoverage> {
    const now = performance.now();
    if (this.#counted === undefined || now - this.#countedAt > COUNT_EVERY_MS) {
      this.#countedAt = now;
      this.#counted = this.#count();
    }
    return this.#counted;
  }

  proofOf(block: number): Promise<Awaited<ReturnType<typeof blockProofs.read>>> {
    return blockProofs.read(this.#options.database, block);
  }

  asker(): (block: Block) => Promise<Hex | undefined> {
    const { database } = this.#options;
    const { collector } = this.#pinned;
    let isRefused = false;
    return async (block) => {
      const kept = await blockProofs.signedMessage(database, block);
      if (kept !== undefined) return kept ?? undefined;
      if (isRefused) return undefined;
      const said = await collector.collect(block);
      if (said.outcome === "proved") return said.signedMessage;
      isRefused = true;
      return undefined;
    };
  }

  async #count(): Promise<ProofCoverage> {
    const { database } = this.#options;
    const counts = await blockProofs.count(database, this.#provedTo, YOUNG_SECONDS);
    const all = counts.proved + counts.missing;
    return { ...counts, share: all === 0 ? 1 : counts.proved / all };
  }

  /** After validators changed, what those before signed since then proves nothing any more. */
  async #refresh(): Promise<void> {
    const { database, readPinned } = this.#options;
    const pinned = await readPinned();
    const isFirst = !this.#isChecked;
    if (pinned === this.#pinned && !isFirst) return;
    const since = Number(pinned.trust.sets.at(-1)?.fromBlock ?? 0n);
    if (since > 0) {
      await dropOutdated(database, pinned.trust, since);
      this.#provedTo = Math.min(this.#provedTo, since - 1);
    }
    this.#pinned = pinned;
    this.#isChecked = true;
  }

  /** Has the last one signed for, and keeps it with all headers from the first one on. */
  async #prove(first: UnprovedBlock, blocks: readonly UnprovedBlock[]): Promise<void> {
    const { database, rpc, codec } = this.#options;
    const { collector } = this.#pinned;
    const last = blocks.at(-1) ?? first;
    const headers = await readHeaders(rpc, codec, first.number, last.number);
    const hashes = new Map(headers.map(({ number, hash }) => [Number(number), hash]));
    const strange = blocks.find(({ number, hash }) => hashes.get(number) !== hash);
    if (strange !== undefined) {
      throw new Error(`Block ${strange.number} is not the one that is projected, ${strange.hash}.`);
    }
    const said = await collector.collect({ number: BigInt(last.number), hash: last.hash });
    if (said.outcome === "proved") {
      const withEvents = new Set(blocks.map(({ number }) => number));
      await blockProofs.keep(database, headers, said.signedMessage, withEvents);
      return;
    }
    const reasons = [...said.refused, ...said.silent].join("; ");
    const sentence = `Only ${said.signed} validators signed for block ${last.number}: ${reasons}`;
    throw new Error(sentence);
  }
}

/** Collects proofs of blocks and keeps them. */
export async function createProofDesk(options: ProofDeskOptions): Promise<ProofDesk> {
  return new Desk(options, await options.readPinned());
}
