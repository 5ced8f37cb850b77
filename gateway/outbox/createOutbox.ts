import { Transaction } from "ethers";
import type { Logger } from "pino";
import { type Batcher, createBatcher } from "../batching/createBatcher.ts";
import type { HeadWatcher } from "../chain/createHeadWatcher.ts";
import type { EngineProfile } from "../chain/engineProfile.ts";
import { type Receipt, readReceipt } from "../chain/readReceipt.ts";
import type { Rpc } from "../chain/rpc.ts";
import type { Database } from "../database/database.ts";
import { isUniqueViolation } from "../database/isUniqueViolation.ts";
import { type DecodeError, LedgerRefusal } from "../errors/ledgerRefusal.ts";
import { ProblemError } from "../errors/problemError.ts";
import type { WriteRequest } from "../idempotency/writeRequest.ts";
import type { SignerSource } from "../keystore/signerSource.ts";
import { BroadcastLanes } from "./broadcastLanes.ts";
import { checkRelayNonce } from "./checkRelayNonce.ts";
import { type CommitResult, commitDrafts } from "./commitDrafts.ts";
import type { Draft } from "./draft.ts";
import { InclusionPending } from "./inclusionPending.ts";
import { InclusionTracker, type Settled } from "./inclusionTracker.ts";
import type { Inclusion, Outbox, OutboxStatus, RelaySubmission, Submission } from "./outbox.ts";
import { OutboxReader } from "./outboxReader.ts";
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
  /** How long a caller waits for its block before it is told to come back. */
  readonly inclusionTimeoutMs?: number;
  readonly rebroadcastMs?: number;
}

class LedgerOutbox implements Outbox {
  readonly #options: OutboxOptions;
  readonly #nonces: SignerNonces;
  readonly #lanes: BroadcastLanes;
  readonly #tracker: InclusionTracker;
  readonly #commit: Batcher<Draft, CommitResult>;
  readonly #reader: OutboxReader;

  constructor(options: OutboxOptions) {
    this.#options = options;
    const { database, rpc, head, logger, profile, rebroadcastMs = 2_000 } = options;
    this.#nonces = new SignerNonces(database, rpc);
    this.#reader = new OutboxReader(database);
    const { maxInFlightPerSigner } = profile;
    const onSent = () => head.poke();
    this.#lanes = new BroadcastLanes({ rpc, maxInFlightPerSigner, logger, onSent });
    const onDisplaced = ({ sender }: StoredTransaction) => this.#nonces.doubt(sender);
    const lanes = this.#lanes;
    this.#tracker = new InclusionTracker({
      database,
      rpc,
      head,
      lanes,
      logger,
      rebroadcastMs,
      onDisplaced,
    });
    this.#commit = createBatcher((drafts: readonly Draft[]) => commitDrafts(database, drafts));
    head.hurryWhile(() => this.#tracker.size > 0);
  }

  async start(): Promise<void> {
    this.#tracker.start();
    const unfinished = await this.#reader.unfinished();
    for (const transaction of unfinished) await this.#follow(transaction);
    if (unfinished.length > 0) {
      this.#options.logger.info(
        { count: unfinished.length },
        "outbox: stored transactions are sent again",
      );
    }
  }

  stop(): Promise<void> {
    return this.#tracker.stop();
  }

  status(): OutboxStatus {
    return { pending: this.#tracker.size };
  }

  find(transactionHash: string): Promise<StoredTransaction | undefined> {
    return this.#reader.find(transactionHash);
  }

  async submit(submission: Submission): Promise<Inclusion> {
    const { request, to, data, step = 0 } = submission;
    const earlier = await this.#earlier(request, step);
    if (earlier !== undefined) return earlier;
    const { rpc, signers, decodeError, profile, chainId } = this.#options;
    const sender = submission.from.toLowerCase();
    const signer = await signers.signerFor(request.memberId, sender);
    const { gasLimit = profile.gasLimit } = submission;
    await simulateCall(rpc, decodeError, { from: sender, to, data, gasLimit });
    await this.#nonces.ensure(sender);
    const terms = { type: 0, chainId, gasPrice: profile.gasPrice, gasLimit, to, data, value: 0n };
    const sign = (nonce: number) => signer.signTransaction({ ...terms, nonce });
    return this.#store({ request, step, sender, recipient: to, relayed: false, sign });
  }

  async relay(submission: RelaySubmission): Promise<Inclusion> {
    const { request, rawTransaction, step = 0 } = submission;
    const earlier = await this.#earlier(request, step);
    if (earlier !== undefined) return earlier;
    const { from, to, data, gasLimit, nonce } = Transaction.from(rawTransaction);
    if (from === null || to === null) {
      throw new ProblemError(
        "invalid-transaction",
        "The transaction needs a signature and a recipient.",
      );
    }
    const { rpc, decodeError } = this.#options;
    await simulateCall(rpc, decodeError, { from, to, data, gasLimit });
    const sender = from.toLowerCase();
    await checkRelayNonce(rpc, sender, nonce);
    return this.#store({
      request,
      step,
      sender,
      recipient: to,
      relayed: true,
      nonce,
      raw: rawTransaction,
    });
  }

  /** The outcome of this step's earlier transaction, if there is one that took or may take effect. */
  async #earlier(request: WriteRequest, step: number): Promise<Inclusion | undefined> {
    if (request.isFresh) return undefined;
    const stored = await this.#reader.live(request, step);
    if (stored !== undefined) return this.#await(stored);
    const hash = await this.#reader.onChain(request, step);
    if (hash === undefined) return undefined;
    const receipt = await readReceipt(this.#options.rpc, hash);
    if (receipt !== undefined) return this.#inclusion(receipt);
    // It happened: a node without the receipt lags, and must not make us do it again.
    throw new ProblemError(
      "ledger-unreachable",
      `The node lacks the receipt of ${hash} for now; ask again.`,
    );
  }

  async #store(draft: Draft): Promise<Inclusion> {
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
    return this.#await(result.transaction);
  }

  #follow(transaction: StoredTransaction): Promise<Settled> {
    const settled = this.#tracker.track(transaction);
    if (!this.#lanes.isInFlight(transaction)) this.#lanes.enqueue(transaction);
    return settled;
  }

  async #await(transaction: StoredTransaction): Promise<Inclusion> {
    if (transaction.state === "included") {
      const receipt = await readReceipt(this.#options.rpc, transaction.hash);
      if (receipt !== undefined) return this.#inclusion(receipt);
    }
    const { inclusionTimeoutMs = 20_000 } = this.#options;
    const { promise, reject } = Promise.withResolvers<never>();
    const late = () => reject(new InclusionPending(transaction.hash));
    const timer = setTimeout(late, inclusionTimeoutMs);
    try {
      const settled = await Promise.race([this.#follow(transaction), promise]);
      return await this.#conclusion(settled);
    } finally {
      clearTimeout(timer);
    }
  }

  async #conclusion({ outcome, receipt }: Settled): Promise<Inclusion> {
    const { transaction, state, blockNumber = 0 } = outcome;
    if (state === "included" && receipt !== undefined) return this.#inclusion(receipt);
    if (state === "reverted") throw await this.#reasonOf(transaction, blockNumber);
    throw new ProblemError(
      "transaction-displaced",
      `Someone else used nonce ${transaction.nonce} of account ${transaction.sender}. Nothing happened; ask again.`,
    );
  }

  #inclusion({ transactionHash, blockNumber, blockHash, logs }: Receipt): Inclusion {
    return { transactionHash, blockNumber, blockHash, logs };
  }

  /** A receipt has no reason; the same call on the block's state, or on its parent's, nearly always has. */
  async #reasonOf(stored: StoredTransaction, blockNumber: number): Promise<LedgerRefusal> {
    const { rpc, decodeError } = this.#options;
    const { to, data, gasLimit } = Transaction.from(stored.raw);
    const call = { from: stored.sender, to: to ?? stored.recipient, data, gasLimit };
    for (const block of [blockNumber, blockNumber - 1]) {
      try {
        await simulateCall(rpc, decodeError, call, block);
      } catch (error) {
        if (error instanceof LedgerRefusal) return new LedgerRefusal(error, stored.hash);
      }
    }
    const message =
      "The ledger refused the call when it was included; its state had changed meanwhile.";
    return new LedgerRefusal({ code: "RevertedAtInclusion", message, args: {} }, stored.hash);
  }
}

/** An outbox over one database, chain and set of keys. Several gateways may share the database. */
export function createOutbox(options: OutboxOptions): Outbox {
  return new LedgerOutbox(options);
}
