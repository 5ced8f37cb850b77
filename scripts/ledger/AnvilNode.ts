import { type ChildProcess, spawn } from "node:child_process";
import { type AnvilSettings, anvilArguments } from "./anvilArguments.ts";
import { freePort } from "./freePort.ts";
import { isRecord } from "./isRecord.ts";
import { LedgerError } from "./LedgerError.ts";
import { NodeClient, type RpcOutcome } from "./NodeClient.ts";
import { RpcError } from "./RpcError.ts";

export type MinedBlock = {
  number: number;
  hash: string;
  timestamp: number;
  transactions: string[];
};

/**
 * Larger JSON-RPC batches are admitted out of order: tokio lets a task go on for 128 steps only,
 * two a transaction, and what comes after that point overtakes.
 */
const ADMIT_AT_ONCE = 30;
const START_ATTEMPTS = 3;
const START_SECONDS = 120;

/** One anvil process: never mines by itself, forgets all when it ends. */
export class AnvilNode {
  readonly client: NodeClient;
  readonly #process: ChildProcess;
  readonly #standingClock: boolean;
  /** Resolves when the process has ended, for whatever reason. */
  readonly ended: Promise<void>;
  #alive = true;

  private constructor(guard: ChildProcess, port: number, settings: AnvilSettings) {
    this.#process = guard;
    this.#standingClock = settings.standingClock;
    this.client = new NodeClient(port);
    this.ended = new Promise((resolve) => {
      guard.once("exit", () => {
        this.#alive = false;
        this.client.close();
        resolve();
      });
    });
  }

  get alive(): boolean {
    return this.#alive;
  }

  /** Process id of the guard, which is also the id of its process group. */
  get processId(): number {
    return this.#process.pid ?? 0;
  }

  /** @throws {LedgerError} NODE_FAILED with what anvil said. */
  static async start(settings: AnvilSettings): Promise<AnvilNode> {
    let said = "";
    for (let attempt = 1; attempt <= START_ATTEMPTS; attempt++) {
      const port = await freePort();
      const guard = spawn(process.execPath, anvilArguments(port, settings), {
        stdio: ["pipe", "ignore", "pipe"],
        // Its own group, so that Ctrl-C reaches the launcher alone and blocks are finished first.
        detached: true,
      });
      guard.on("error", () => undefined);
      guard.stdin?.on("error", () => undefined);
      guard.stderr?.on("data", (text) => {
        said = `${said}${text}`.slice(-2000);
      });
      const node = new AnvilNode(guard, port, settings);
      if (await node.#answers()) return node;
      await node.stop();
    }
    throw new LedgerError("NODE_FAILED", `The node did not start. ${said.trim()}`);
  }

  /** One outcome (transaction hash or refusal) per raw transaction, admitted in this order. */
  async admit(raws: readonly string[]): Promise<RpcOutcome[]> {
    const outcomes: RpcOutcome[] = [];
    for (let at = 0; at < raws.length; at += ADMIT_AT_ONCE) {
      const chunk = raws.slice(at, at + ADMIT_AT_ONCE);
      outcomes.push(...(await this.client.callMany("eth_sendRawTransaction", chunk)));
    }
    return outcomes;
  }

  /** Mines what is admitted into one block of that time (Unix seconds). */
  async mine(timestamp: number): Promise<MinedBlock> {
    await this.client.call("evm_mine", { timestamp });
    if (this.#standingClock) await this.expectTime(timestamp);
    return this.block("latest");
  }

  /** Lets estimates of the next block see that time (Unix seconds) until a block is mined. */
  async expectTime(timestamp: number): Promise<void> {
    await this.client.call("evm_setNextBlockTimestamp", timestamp);
  }

  async block(tag: string): Promise<MinedBlock> {
    const block = await this.client.call("eth_getBlockByNumber", tag, false);
    if (!isRecord(block) || !Array.isArray(block["transactions"]))
      throw RpcError.unavailable(`The node has no block ${tag}.`);
    return {
      number: Number(block["number"]),
      hash: String(block["hash"]),
      timestamp: Number(block["timestamp"]),
      transactions: block["transactions"].map(String),
    };
  }

  /** Whether transactions are admitted that a next block would hold. */
  async holdsReady(): Promise<boolean> {
    const status = await this.client.call("txpool_status");
    return isRecord(status) && Number(status["pending"]) > 0;
  }

  async stop(): Promise<void> {
    this.#process.stdin?.end();
    if (this.#alive) await this.ended;
  }

  async #answers(): Promise<boolean> {
    const deadline = Date.now() + START_SECONDS * 1000;
    while (this.#alive && Date.now() < deadline) {
      try {
        await this.client.call("eth_chainId");
        return this.#alive;
      } catch {
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    }
    return false;
  }
}
