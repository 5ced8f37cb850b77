import { randomUUID } from "node:crypto";
import { engineProfiles } from "@tallystick/sdk";
import { Wallet } from "ethers";
import { createHeadWatcher, type HeadWatcher } from "../../../gateway/chain/createHeadWatcher.ts";
import type { Rpc } from "../../../gateway/chain/rpc.ts";
import type { Database } from "../../../gateway/database/database.ts";
import type { DecodeError } from "../../../gateway/errors/ledgerRefusal.ts";
import { requestReference } from "../../../gateway/idempotency/requestReference.ts";
import type { WriteRequest } from "../../../gateway/idempotency/writeRequest.ts";
import { createKeystore } from "../../../gateway/keystore/createKeystore.ts";
import type { Ledger } from "../../../gateway/ledger/ledger.ts";
import { createOutbox, type OutboxOptions } from "../../../gateway/outbox/createOutbox.ts";
import type { Outbox } from "../../../gateway/outbox/outbox.ts";
import { deployNotebook } from "./deployNotebook.ts";
import { notebookFeatures } from "./notebookFeatures.ts";
import { silentLogger } from "./silentLogger.ts";
import { startAnvil, type TestChain } from "./startAnvil.ts";
import { testMember } from "./testMember.ts";

/** What an outbox of a scene may have otherwise. */
export type SceneChanges = Partial<OutboxOptions> & { readonly maxInFlightPerSigner?: number };

const member = testMember(1, "ada");

/** A chain of its own with a notebook, one member with a key, and outboxes over one database. */
export class OutboxScene {
  readonly chain: TestChain;
  readonly database: Database;
  readonly #ledger: Ledger;
  readonly #running: { outbox: Outbox; head: HeadWatcher }[] = [];

  private constructor(chain: TestChain, database: Database, ledger: Ledger) {
    this.chain = chain;
    this.database = database;
    this.#ledger = ledger;
  }

  static async open(database: Database): Promise<OutboxScene> {
    const chain = await startAnvil();
    const ledger = await deployNotebook(chain);
    const keystore = createKeystore({ database, passphrase: "for tests only", scryptCost: 1024 });
    await keystore.add(1, member.key);
    return new OutboxScene(chain, database, ledger);
  }

  async outbox(rpc: Rpc = this.chain.rpc, changes: SceneChanges = {}): Promise<Outbox> {
    const { database } = this;
    const head = createHeadWatcher({ rpc, lagPatienceMs: 200 });
    const signers = createKeystore({ database, passphrase: "for tests only" });
    const features = notebookFeatures([]);
    const decodeError: DecodeError = (data, { to }) => features.decodeError(data, to, database);
    const { maxInFlightPerSigner = 256, ...others } = changes;
    const profile = { ...engineProfiles.anvil, maxInFlightPerSigner };
    const { chainId } = this.chain;
    const fixed = { database, rpc, head, signers, chainId, profile, decodeError };
    const pace = { rebroadcastMs: 100, adoptMs: 100, inclusionTimeoutMs: 120_000 };
    const outbox = createOutbox({ ...fixed, ...pace, logger: silentLogger, ...others });
    head.start();
    await outbox.start();
    this.#running.push({ outbox, head });
    return outbox;
  }

  /** Ends every outbox, as if its process had died after its last statement. */
  async endOutboxes(): Promise<void> {
    for (const { outbox, head } of this.#running.splice(0)) {
      head.stop();
      await outbox.stop();
    }
  }

  async close(): Promise<void> {
    await this.endOutboxes();
    await this.chain.stop();
  }

  request(idempotencyKey: string = randomUUID(), isFresh = true): WriteRequest {
    const base = { memberId: 1, route: "POST /v1/notes", idempotencyKey };
    return { ...base, ...requestReference({ ...base, body: {} }), isFresh };
  }

  note(request: WriteRequest, text = "hello") {
    const { to, data } = this.#call("note", [1, text, request.ref]);
    return { request, from: member.account, to, data };
  }

  async notes(): Promise<number> {
    return Number(await this.chain.rpc.send("eth_call", [this.#call("count", []), "latest"]));
  }

  async head(): Promise<number> {
    return Number(await this.chain.rpc.send("eth_blockNumber", []));
  }

  /** Takes back every block after this one. How many they are is the node's to say: it may put several writes into one. */
  async rollBackTo(block: number): Promise<void> {
    await this.chain.rpc.send("anvil_rollback", [(await this.head()) - block]);
  }

  async states(): Promise<Record<string, number>> {
    const rows = await this.database.query<{ state: string; n: bigint }>(
      "SELECT state, count(*) AS n FROM local.outbox GROUP BY state",
    );
    return Object.fromEntries(rows.map(({ state, n }) => [state, Number(n)]));
  }

  /** A transaction with the member's key that no outbox knows. */
  async useKeyOutside(nonce: number, text = "foreign"): Promise<void> {
    await this.sendOutside(nonce, this.note(this.request(), text));
  }

  /** The same with a call of one's own; answers the transaction's hash. */
  async sendOutside(nonce: number, { to, data }: { to: string; data: string }): Promise<string> {
    const common = { type: 0, chainId: this.chain.chainId, gasPrice: 0n, gasLimit: 500_000n };
    const raw = await new Wallet(member.key).signTransaction({ ...common, nonce, to, data });
    return String(await this.chain.rpc.send("eth_sendRawTransaction", [raw]));
  }

  /** The scene's node, except for what `answer` answers or throws; undefined leaves it to the node. */
  node(answer: (method: string, parameters: unknown[]) => unknown): Rpc {
    return {
      send: async (method, parameters) => {
        const own = await answer(method, parameters);
        return own === undefined ? this.chain.rpc.send(method, parameters) : own;
      },
    };
  }

  #call(method: string, parameters: unknown[]) {
    const [notebook] = this.#ledger.contracts;
    if (notebook === undefined) throw new Error("no notebook");
    const data = notebook.interface.encodeFunctionData(method, parameters);
    return { to: notebook.address, data };
  }
}
