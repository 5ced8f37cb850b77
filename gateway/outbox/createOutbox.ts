import type { EngineProfile } from "@tallystick/sdk";
import { keccak256, Transaction } from "ethers";
import type { Logger } from "pino";
import type { HeadWatcher } from "../chain/createHeadWatcher.ts";
import type { StallWatch } from "../chain/createStallWatch.ts";
import { readCanonicalReceipt } from "../chain/readCanonicalReceipt.ts";
import type { Rpc } from "../chain/rpc.ts";
import type { Database } from "../database/database.ts";
import { isUniqueViolation } from "../database/isUniqueViolation.ts";
import type { DecodeError } from "../errors/ledgerRefusal.ts";
import { ProblemError } from "../errors/problemError.ts";
import type { WriteRequest } from "../idempotency/writeRequest.ts";
import type { SignerSource } from "../keystore/signerSource.ts";
import type { WritesGate } from "../ledger/createWritesGate.ts";
import type { Reached } from "../writePoints.ts";
import { BroadcastLanes } from "./broadcastLanes.ts";
import { ChainTrace, type TracedCall } from "./chainTrace.ts";
import { checkRelayNonce } from "./checkRelayNonce.ts";
import type { CommitResult } from "./commitDrafts.ts";
import { concludeSettled } from "./concludeSettled.ts";
import type { Draft } from "./draft.ts";
import { inclusionPatience } from "./inclusionPatience.ts";
import { InclusionTracker } from "./inclusionTracker.ts";
import type { Inclusion, Outbox, OutboxStatus, RelaySubmission, Submission } from "./outbox.ts";
import { OutboxReader } from "./outboxReader.ts";
import { signAhead } from "./signAhead.ts";
import { SignerDoubts } from "./signerDoubts.ts";
import { SignerNonces } from "./signerNonces.ts";
import { simulateCall } from "./simulateCall.ts";
import type { StoredTransaction } from "./storedTransaction.ts";

/** What an outbox is made of. */
export interface OutboxOptions {
  readonly database: Database;
  readonly rpc: Rpc;
  readonly head: HeadWatcher;
  readonly signers: SignerSource;
  readonly chainId: number;
  readonly profile: EngineProfile;
  readonly decodeError: DecodeError;
  readonly logger: Pick<Logger, "info" | "warn" | "error">;
  /** Id of this gateway among those that share the database. */
  readonly holder?: string;
  /** New transactions, and what replaces displaced ones, wait until it is open. */
  readonly gate?: Pick<WritesGate, "isOpen" | "assertOpen">;
  /** Whether blocks come; where they don't, callers are told soon that theirs is stored. */
  readonly stall?: Pick<StallWatch, "sentence" | "subscribe">;
  readonly reached?: Reached;
  /** How long a caller waits for its block before it is told to come back. */
  readonly inclusionTimeoutMs?: number;
  readonly rebroadcastMs?: number;
  /** How often it looks for what other gateways left behind. */
  readonly adoptMs?: number;
}

class LedgerOutbox implements Outbox {
  readonly #options: OutboxOptions;
  readonly #reached: Reached;
  readonly #nonces: SignerNonces;
  readonly #lanes: BroadcastLanes;
  readonly #tracker: InclusionTracker;
  readonly #commit: (draft: Draft) => Promise<CommitResult>;
  readonly #reader: OutboxReader;
  readonly #traces: ChainTrace;
  #adoption: NodeJS.Timeout | undefined;
  #adopting: Promise<unknown> = Promise.resolve();

  constructor(options: OutboxOptions) {
    this.#options = options;
    const { database, rpc, head, signers, logger, profile, chainId } = options;
    const { holder = "", reached = () => undefined } = options;
    const { rebroadcastMs = 2_000 } = options;
    this.#reached = reached;
    this.#nonces = new SignerNonces(database, rpc);
    this.#reader = new OutboxReader(database);
    this.#traces = new ChainTrace(database, rpc);
    const common = { database, rpc, logger, reached };
    const lanes = new BroadcastLanes({
      ...common,
      maxInFlightPerSigner: profile.maxInFlightPerSigner,
      onSent: (transaction) => {
        this.#tracker.taken(transaction);
        head.poke();
      },
      onRefused: (transaction, reason) => this.#tracker.refused(transaction, reason),
    });
    this.#lanes = lanes;
    const waits = { isOpen: () => options.gate?.isOpen() ?? true, patienceMs: rebroadcastMs };
    const keys = { signers, chainId, profile };
    const doubts = new SignerDoubts({ ...common, ...waits, ...keys, lanes, traces: this.#traces });
    const { finality } = profile;
    this.#tracker = new InclusionTracker({
      ...common,
      head,
      lanes,
      doubts,
      finality,
      rebroadcastMs,
    });
    const tools = { database, holder, reached };
    this.#commit = signAhead(tools);
    head.hurryWhile(() => this.#tracker.size > 0);
  }

  async start(): Promise<void> {
    this.#tracker.start();
    this.#reached("recovery-started");
    const count = await this.#adopt();
    if (count > 0) {
      this.#options.logger.info({ count }, "outbox: stored transactions are sent again");
    }
    const { adoptMs = 3_000, logger } = this.#options;
    this.#adoption = setInterval(() => {
      this.#adopting = this.#adopt().catch((err: unknown) =>
        logger.warn({ err }, "outbox: looking again for what other gateways left behind"),
      );
    }, adoptMs);
  }

  async stop(): Promise<void> {
    clearInterval(this.#adoption);
    await this.#adopting;
    await this.#tracker.stop();
  }

  status(): OutboxStatus {
    return { pending: this.#tracker.size };
  }

  load(sender: string): number {
    return this.#lanes.load(sender);
  }

  find(transactionHash: string): Promise<StoredTransaction | undefined> {
    return this.#reader.find(transactionHash);
  }

  async submit(submission: Submission): Promise<Inclusion> {
    const { request, to, data, step = 0, isOneOfMany } = submission;
    const earlier = await this.#earlier(request, step, { to, data, isOneOfMany });
    if (earlier !== undefined) return earlier;
    const { rpc, signers, decodeError, profile, chainId } = this.#options;
    const sender = submission.from.toLowerCase();
    const signer = await signers.signerFor(request.memberId, sender);
    const { gasLimit = profile.gasLimit } = submission;
    await simulateCall(rpc, decodeError, { from: sender, to, data, gasLimit });
    this.#reached("simulated");
    await this.#nonces.ensure(sender);
    const terms = { type: 0, chainId, gasPrice: profile.gasPrice, gasLimit, to, data, value: 0n };
    const sign = (nonce: number) => signer.signTransaction({ ...terms, nonce });
    const isRemote = signer.isRemote ?? false;
    return this.#store({ request, step, sender, recipient: to, relayed: false, sign, isRemote });
  }

  async relay(submission: RelaySubmission): Promise<Inclusion> {
    const { request, rawTransaction: raw, step = 0 } = submission;
    const { from, to, data, gasLimit, nonce } = Transaction.from(raw);
    if (from === null || to === null) {
      const detail = "The transaction needs a signature and a recipient.";
      throw new ProblemError("invalid-transaction", detail);
    }
    const { rpc, decodeError } = this.#options;
    const earlier = await this.#earlier(request, step, { to, data });
    if (earlier !== undefined) return earlier;
    // A database that lost its memory: the member's own bytes say which transaction it was.
    const known = await readCanonicalReceipt(rpc, keccak256(raw));
    if (known?.status === 1) return this.#found(request, known);
    await simulateCall(rpc, decodeError, { from, to, data, gasLimit });
    const sender = from.toLowerCase();
    await checkRelayNonce(rpc, sender, nonce);
    return this.#store({ request, step, sender, recipient: to, relayed: true, nonce, raw });
  }

  /** Follows what was stored and is not known to be followed by anyone; answers how much that was. */
  async #adopt(): Promise<number> {
    const unfinished = await this.#reader.unfinished(this.#options.holder ?? "");
    const orphans = unfinished.filter(({ hash }) => !this.#tracker.has(hash));
    for (const transaction of orphans) {
      void this.#tracker.follow(transaction);
      this.#reached("recovery-followed");
    }
    return orphans.length;
  }

  /** The outcome of this step's earlier transaction, if there is one that took or may take effect. */
  async #earlier(
    request: WriteRequest,
    step: number,
    call: TracedCall,
  ): Promise<Inclusion | undefined> {
    if (request.isFresh) return undefined;
    const stored = await this.#reader.live(request, step);
    if (stored !== undefined) {
      const inclusion = await this.#await(stored);
      if (request.progress !== undefined) request.progress.found += 1;
      return inclusion;
    }
    const hash = await this.#traces.find(request, call);
    if (hash === undefined) return undefined;
    const receipt = await readCanonicalReceipt(this.#options.rpc, hash);
    if (receipt !== undefined) return this.#found(request, receipt);
    // It happened: a node without the receipt lags, and must not make us do it again.
    const detail = `The node lacks the receipt of ${hash} for now; ask again.`;
    throw new ProblemError("ledger-unreachable", detail);
  }

  #found({ progress }: WriteRequest, inclusion: Inclusion): Inclusion {
    if (progress !== undefined) progress.found += 1;
    const { transactionHash, blockNumber, blockHash, logs } = inclusion;
    return { transactionHash, blockNumber, blockHash, logs };
  }

  async #store(draft: Draft): Promise<Inclusion> {
    this.#options.gate?.assertOpen();
    const result = await this.#commit(draft).catch((error: unknown): CommitResult => {
      // The same bytes under another key, or a nonce that another gateway just used.
      if (isUniqueViolation(error)) return { kind: "conflict" };
      throw error;
    });
    if (result.kind === "conflict") {
      throw new ProblemError(
        "request-in-flight",
        "The same request or transaction is already being carried out.",
      );
    }
    const { progress } = draft.request;
    if (progress !== undefined) progress.made += 1;
    return this.#await(result.transaction);
  }

  async #await(transaction: StoredTransaction): Promise<Inclusion> {
    const { rpc, decodeError, inclusionTimeoutMs = 20_000 } = this.#options;
    if (transaction.state === "included") {
      const receipt = await readCanonicalReceipt(rpc, transaction.hash);
      if (receipt !== undefined) return receipt;
    }
    const patience = inclusionPatience(transaction.hash, inclusionTimeoutMs, this.#options.stall);
    try {
      const settled = await Promise.race([this.#tracker.follow(transaction), patience.ended]);
      return await concludeSettled({ rpc, decodeError }, settled);
    } finally {
      patience.end();
    }
  }
}

/** An outbox over one database, chain and set of keys. Several gateways may share the database. */
export function createOutbox(options: OutboxOptions): Outbox {
  return new LedgerOutbox(options);
}
