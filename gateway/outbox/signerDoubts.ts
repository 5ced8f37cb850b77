import type { EngineProfile } from "@tallystick/sdk";
import type { Logger } from "pino";
import { readCanonicalReceipt } from "../chain/readCanonicalReceipt.ts";
import type { Receipt } from "../chain/readReceipt.ts";
import { readTransactionCount } from "../chain/readTransactionCount.ts";
import type { Rpc } from "../chain/rpc.ts";
import { ProblemError } from "../errors/problemError.ts";
import type { BroadcastLanes } from "./broadcastLanes.ts";
import type { ChainTrace } from "./chainTrace.ts";
import { type Filler, FillerStore } from "./fillerStore.ts";
import { findNonceUser } from "./findNonceUser.ts";
import { type ReplacementTools, replaceDisplaced } from "./replaceDisplaced.ts";
import type { StoredTransaction } from "./storedTransaction.ts";

/** What doubts are settled with. */
export interface DoubtOptions extends ReplacementTools {
  readonly rpc: Rpc;
  readonly lanes: BroadcastLanes;
  readonly traces: ChainTrace;
  readonly profile: Pick<EngineProfile, "gasPrice" | "maxInFlightPerSigner">;
  readonly chainId: number;
  readonly logger: Pick<Logger, "warn" | "error">;
  /** Whether the projection knows all that the chain remembers of our requests. */
  readonly isOpen: () => boolean;
  /** A gap counts when it is still there after this long. */
  readonly patienceMs: number;
}

/** A transaction that waits for long, and how often in a row the node did not want it. */
export interface Doubted {
  readonly transaction: StoredTransaction;
  readonly refusals: number;
  readonly reason: string | undefined;
}

/** What a look at it found out. `elsewhere`: another transaction made its call. */
export type Finding =
  | { readonly kind: "waiting" }
  | { readonly kind: "receipt" | "elsewhere"; readonly receipt: Receipt }
  | { readonly kind: "replaced"; readonly successor: StoredTransaction }
  | { readonly kind: "displaced" | "refused"; readonly reason: string };

interface Signer {
  readonly sender: string;
  readonly memberId: number;
  /** How many nonces the chain has used. */
  readonly count: number;
}

const REFUSALS_FOR_GOOD = 4;
const waiting: Finding = { kind: "waiting" };

/** Finds out why transactions of a signer are not included, and does something about it. */
export class SignerDoubts {
  readonly #options: DoubtOptions;
  readonly #fillers: FillerStore;
  readonly #gaps = new Map<string, { nonce: number; since: number }>();

  constructor(options: DoubtOptions) {
    this.#options = options;
    this.#fillers = new FillerStore(options.database);
  }

  /** One look at a signer; `lowest` is the first of all its transactions that are followed here. */
  async look(
    lowest: StoredTransaction,
    doubted: readonly Doubted[],
  ): Promise<(readonly [Doubted, Finding])[]> {
    const { sender, memberId } = lowest;
    const count = await readTransactionCount(this.#options.rpc, sender, "latest");
    this.#options.lanes.used(sender, count);
    const signer = { sender, memberId, count };
    const findings: (readonly [Doubted, Finding])[] = [];
    const ordered = doubted.toSorted((a, b) => a.transaction.nonce - b.transaction.nonce);
    for (const each of ordered.filter(({ transaction }) => transaction.nonce < count)) {
      findings.push([each, await this.#whoUsed(each.transaction, count)]);
    }
    const unused = ordered.filter(({ transaction }) => transaction.nonce >= count);
    await Promise.all(unused.map((each) => this.#sendAgain(each, signer)));
    await this.#closeGap(signer, lowest.nonce);
    return findings;
  }

  async #whoUsed(transaction: StoredTransaction, count: number): Promise<Finding> {
    const { rpc, traces, isOpen } = this.#options;
    const receipt = await readCanonicalReceipt(rpc, transaction.hash);
    if (receipt !== undefined) return { kind: "receipt", receipt };
    const user = await findNonceUser(rpc, transaction.sender, transaction.nonce);
    if (user === undefined || user.hash === transaction.hash) return waiting;
    const reason = await this.#fillers.reasonOf(user.hash);
    if (reason !== undefined) return { kind: "refused", reason };
    this.#alarm("someone else used a nonce of this signer", transaction);
    if (transaction.relayed) return { kind: "displaced", reason: "its nonce was used" };
    if (!isOpen()) return waiting;
    const hash = await traces.elsewhere(transaction);
    if (hash === undefined) return this.#replace(transaction, count);
    const other = await readCanonicalReceipt(rpc, hash);
    return other === undefined ? waiting : { kind: "elsewhere", receipt: other };
  }

  async #replace(transaction: StoredTransaction, count: number): Promise<Finding> {
    try {
      const successor = await replaceDisplaced(this.#options, transaction, count);
      if (successor === undefined) return { kind: "displaced", reason: "its nonce was used" };
      this.#options.reached("after-replacement");
      return { kind: "replaced", successor };
    } catch (error) {
      if (!(error instanceof ProblemError) || error.code !== "signer-missing") throw error;
      return { kind: "displaced", reason: "its nonce was used, and its key is gone" };
    }
  }

  async #sendAgain(doubted: Doubted, signer: Signer): Promise<void> {
    const { lanes } = this.#options;
    const { transaction, refusals, reason = "no reason given" } = doubted;
    if (!lanes.isInFlight(transaction)) return;
    await lanes.send(transaction);
    const isFirst = transaction.nonce === signer.count;
    if (!isFirst || refusals < REFUSALS_FOR_GOOD || transaction.relayed) return;
    this.#alarm(`the node refuses a transaction for good: ${reason}`, transaction);
    await this.#fill(signer, [transaction.nonce], reason);
  }

  /** A nonce before ours that nobody fills would keep this signer waiting for ever. */
  async #closeGap(signer: Signer, lowest: number): Promise<void> {
    const { sender, count } = signer;
    const { profile, signers, isOpen, patienceMs } = this.#options;
    const end = Math.min(lowest, count + profile.maxInFlightPerSigner);
    if (count >= end) {
      this.#gaps.delete(sender);
      return;
    }
    await this.#send(await this.#fillers.between(sender, count, end));
    const [first, ...rest] = await this.#fillers.missing(sender, count, end);
    const known = this.#gaps.get(sender);
    if (first === undefined || !isOpen()) return;
    if (known?.nonce !== first) {
      this.#gaps.set(sender, { nonce: first, since: performance.now() });
      return;
    }
    if (performance.now() - known.since < patienceMs || !(await signers.holds(sender))) return;
    // What someone else put into the pool fills its nonce by itself.
    const pending = await readTransactionCount(this.#options.rpc, sender, "pending");
    const free = [first, ...rest].filter((nonce) => nonce >= pending);
    if (free.length === 0) return;
    this.#options.logger.error(
      { sender, nonces: free, usedNonces: count },
      "outbox: alarm, nothing of ours has nonces that the chain waits for; they are filled",
    );
    await this.#fill(signer, free, "nothing was stored for this nonce");
  }

  async #fill({ sender, memberId }: Signer, nonces: readonly number[], reason: string) {
    const { signers, chainId, profile } = this.#options;
    const signer = await signers.signerFor(memberId, sender);
    const terms = { sender, signer, chainId, gasPrice: profile.gasPrice, reason };
    await this.#send(await this.#fillers.fill(terms, nonces));
  }

  async #send(fillers: readonly Filler[]): Promise<void> {
    const { rpc, logger } = this.#options;
    const send = ({ nonce, raw }: Filler) =>
      rpc.send("eth_sendRawTransaction", [raw]).catch((error: unknown) => {
        logger.warn({ nonce, err: error }, "outbox: the node did not take a filler yet");
      });
    await Promise.all(fillers.map(send));
  }

  #alarm(what: string, { hash, sender, nonce }: StoredTransaction): void {
    this.#options.logger.error({ transactionHash: hash, sender, nonce }, `outbox: alarm, ${what}`);
  }
}
