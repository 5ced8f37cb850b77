import { randomUUID } from "node:crypto";
import { engineProfiles } from "@tallystick/sdk";
import { expect } from "chai";
import { Wallet } from "ethers";
import { createHeadWatcher, type HeadWatcher } from "../../../gateway/chain/createHeadWatcher.ts";
import { readBlock } from "../../../gateway/chain/readBlock.ts";
import { readTransactionCount } from "../../../gateway/chain/readTransactionCount.ts";
import type { Rpc } from "../../../gateway/chain/rpc.ts";
import type { Database } from "../../../gateway/database/database.ts";
import type { DecodeError } from "../../../gateway/errors/ledgerRefusal.ts";
import { requestReference } from "../../../gateway/idempotency/requestReference.ts";
import type { WriteRequest } from "../../../gateway/idempotency/writeRequest.ts";
import { createKeystore } from "../../../gateway/keystore/createKeystore.ts";
import type { Ledger } from "../../../gateway/ledger/ledger.ts";
import { createOutbox } from "../../../gateway/outbox/createOutbox.ts";
import type { Outbox } from "../../../gateway/outbox/outbox.ts";
import { deployNotebook } from "../helpers/deployNotebook.ts";
import { emptyTables } from "../helpers/emptyTables.ts";
import { notebookFeatures } from "../helpers/notebookFeatures.ts";
import { pause } from "../helpers/pause.ts";
import { silentLogger } from "../helpers/silentLogger.ts";
import { startAnvil, type TestChain } from "../helpers/startAnvil.ts";
import { testDatabase } from "../helpers/testDatabase.ts";
import { testMember } from "../helpers/testMember.ts";

const member = testMember(1, "ada");

describe("The outbox", function () {
  this.timeout(60_000);
  let chain: TestChain;
  let ledger: Ledger;
  let database: Database;
  const running: { outbox: Outbox; head: HeadWatcher }[] = [];

  before(async () => {
    database = await testDatabase();
  });

  after(() => database.close());

  beforeEach(async () => {
    await emptyTables(database);
    chain = await startAnvil();
    ledger = await deployNotebook(chain);
    await createKeystore({ database, passphrase: "for tests only", scryptCost: 1024 }).add(
      1,
      member.key,
    );
  });

  afterEach(async () => {
    for (const { outbox, head } of running.splice(0)) {
      head.stop();
      await outbox.stop();
    }
    await chain.stop();
  });

  const open = async (
    rpc: Rpc = chain.rpc,
    changes: { inclusionTimeoutMs?: number; maxInFlightPerSigner?: number } = {},
  ) => {
    const head = createHeadWatcher({ rpc });
    const signers = createKeystore({ database, passphrase: "for tests only" });
    const features = notebookFeatures([]);
    const decodeError: DecodeError = (data, { to }) => features.decodeError(data, to, database);
    const profile = {
      ...engineProfiles.anvil,
      maxInFlightPerSigner: changes.maxInFlightPerSigner ?? 256,
    };
    const fixed = { database, rpc, head, signers, chainId: chain.chainId, profile, decodeError };
    const { inclusionTimeoutMs = 20_000 } = changes;
    const outbox = createOutbox({
      ...fixed,
      logger: silentLogger,
      rebroadcastMs: 100,
      inclusionTimeoutMs,
    });
    head.start();
    await outbox.start();
    running.push({ outbox, head });
    return outbox;
  };

  const request = (idempotencyKey: string = randomUUID(), isFresh = true): WriteRequest => {
    const base = { memberId: 1, route: "POST /v1/notes", idempotencyKey };
    return { ...base, ...requestReference({ ...base, body: {} }), isFresh };
  };

  const call = (method: string, parameters: unknown[]) => {
    const [notebook] = ledger.contracts;
    if (notebook === undefined) throw new Error("no notebook");
    const data = notebook.interface.encodeFunctionData(method, parameters);
    return { from: member.account, to: notebook.address, data };
  };

  const note = (write: WriteRequest, text = "hello") => ({
    request: write,
    ...call("note", [1, text, write.ref]),
  });

  const notes = async () => {
    const { to, data } = call("count", []);
    return Number(await chain.rpc.send("eth_call", [{ to, data }, "latest"]));
  };

  const states = async () => {
    const rows = await database.query<{ state: string; n: bigint }>(
      "SELECT state, count(*) AS n FROM local.outbox GROUP BY state",
    );
    return Object.fromEntries(rows.map(({ state, n }) => [state, Number(n)]));
  };

  /** A node that loses what is sent to it while `isDeaf` answers true. */
  const lossy = (isDeaf: () => boolean): Rpc => ({
    send: (method, parameters) => {
      if (method === "eth_sendRawTransaction" && isDeaf())
        return Promise.reject(new Error("connection reset"));
      return chain.rpc.send(method, parameters);
    },
  });

  it("stores before it sends, and a new process sends the same bytes", async () => {
    const deaf = await open(
      lossy(() => true),
      { inclusionTimeoutMs: 300 },
    );
    const write = request();
    const late = await deaf.submit(note(write)).catch((error: Error) => error.name);
    expect(late).to.equal("InclusionPending");
    expect(await notes()).to.equal(0);
    const [stored] = await database.query<{ raw: string; transaction_hash: string }>(
      "SELECT * FROM local.outbox",
    );
    for (const { outbox, head } of running.splice(0)) {
      head.stop();
      await outbox.stop();
    }
    const next = await open();
    const inclusion = await next.submit(note({ ...write, isFresh: false }));
    expect(inclusion.transactionHash).to.equal(stored?.transaction_hash);
    expect(await notes()).to.equal(1);
    expect(await states()).to.deep.equal({ included: 1 });
  });

  it("sends again what the node dropped", async () => {
    await chain.rpc.send("evm_setAutomine", [false]);
    const outbox = await open();
    const submitted = outbox.submit(note(request()));
    let hash: string | undefined;
    while (hash === undefined) {
      await pause(5);
      const [row] = await database.query<{ transaction_hash: string }>(
        "SELECT transaction_hash FROM local.outbox",
      );
      hash = row?.transaction_hash;
    }
    await chain.rpc.send("anvil_dropAllTransactions", []);
    await chain.rpc.send("evm_setAutomine", [true]);
    expect((await submitted).transactionHash).to.equal(hash);
    expect(await notes()).to.equal(1);
  });

  it("is not misled when the node took a transaction and its answer was lost", async () => {
    const outbox = await open({
      send: async (method, parameters) => {
        const answer = await chain.rpc.send(method, parameters);
        if (method === "eth_sendRawTransaction") throw new Error("socket hang up");
        return answer;
      },
    });
    await outbox.submit(note(request()));
    expect(await notes()).to.equal(1);
  });

  it("makes one transaction for one request, however many processes are asked", async () => {
    const [one, two] = [await open(), await open()];
    const write = request();
    const attempts = Array.from({ length: 32 }, (_, index) =>
      (index % 2 === 0 ? one : two).submit(note(write)),
    );
    const settled = await Promise.allSettled(attempts);
    const hashes = settled.flatMap((each) =>
      each.status === "fulfilled" ? [each.value.transactionHash] : [],
    );
    expect(new Set(hashes).size).to.equal(1);
    expect(await notes()).to.equal(1);
  });

  it("keeps at most as many transactions of a signer in the pool as it takes", async () => {
    await chain.rpc.send("evm_setAutomine", [false]);
    const outbox = await open(chain.rpc, { maxInFlightPerSigner: 4 });
    const all = Array.from({ length: 12 }, () => outbox.submit(note(request())));
    const done = Promise.all(all);
    while ((await notes()) < 12) {
      await pause(30);
      await chain.rpc.send("evm_mine", []);
    }
    await done;
    const head = Number(await chain.rpc.send("eth_blockNumber", []));
    let largest = 0;
    for (let number = 1; number <= head; number++) {
      const block = await readBlock(chain.rpc, number);
      largest = Math.max(largest, block?.transactionHashes.length ?? 0);
    }
    expect(largest).to.equal(4);
    expect(await notes()).to.equal(12);
  });

  it("puts as many of one signer into a block as an engine's profile says", async () => {
    await chain.rpc.send("evm_setAutomine", [false]);
    const { maxInFlightPerSigner: most } = engineProfiles.avalanche;
    const outbox = await open(chain.rpc, { maxInFlightPerSigner: most });
    const all = Array.from({ length: most }, () => outbox.submit(note(request())));
    while ((await readTransactionCount(chain.rpc, member.account, "pending")) < most)
      await pause(10);
    await chain.rpc.send("evm_mine", []);
    const blocks = (await Promise.all(all)).map(({ blockNumber }) => blockNumber);
    expect([blocks.length, new Set(blocks).size]).to.deep.equal([64, 1]);
  });

  it("tells the reason of a revert at inclusion, and lets the request be made again", async () => {
    await chain.rpc.send("evm_setAutomine", [false]);
    const outbox = await open();
    const [one, two] = [request(), request()];
    const first = outbox.submit({ request: one, ...call("noteAt", [1, 0, one.ref]) });
    const second = outbox.submit({ request: two, ...call("noteAt", [1, 0, two.ref]) });
    const outcome = Promise.allSettled([first, second]);
    while (outbox.status().pending < 2) await pause(5);
    await pause(50);
    await chain.rpc.send("evm_setAutomine", [true]);
    await chain.rpc.send("evm_mine", []);
    const refusals = (await outcome).flatMap((each) =>
      each.status === "rejected" ? [each.reason] : [],
    );
    expect(refusals).to.have.length(1);
    expect(refusals[0]).to.include({ name: "LedgerRefusal", code: "NotebookMoved" });
    expect(refusals[0].transactionHash).to.match(/^0x[0-9a-f]{64}$/);
    expect(await states()).to.deep.equal({ included: 1, reverted: 1 });
    const [refused] = await database.query<{ idempotency_key: string }>(
      "SELECT * FROM local.request WHERE state = 'refused'",
    );
    const again = request(refused?.idempotency_key);
    await outbox.submit({ request: again, ...call("noteAt", [1, 1, again.ref]) });
    expect(await notes()).to.equal(2);
  });

  it("keeps a signer's writes closed while the pool holds transactions that it does not know", async () => {
    await chain.rpc.send("evm_setAutomine", [false]);
    const { to, data } = note(request());
    const terms = {
      type: 0,
      chainId: chain.chainId,
      nonce: 0,
      gasPrice: 0n,
      gasLimit: 500_000n,
      to,
      data,
    };
    await chain.rpc.send("eth_sendRawTransaction", [
      await new Wallet(member.key).signTransaction(terms),
    ]);
    const outbox = await open();
    const closed = await outbox.submit(note(request())).catch((error: unknown) => error);
    expect(closed).to.include({ name: "ProblemError", code: "signer-unsettled" });
    await chain.rpc.send("evm_setAutomine", [true]);
    await chain.rpc.send("evm_mine", []);
    await outbox.submit(note(request()));
    expect(await notes()).to.equal(2);
  });

  it("signs anew what someone else displaced, and loses nothing", async () => {
    let isDeaf = true;
    const outbox = await open(lossy(() => isDeaf));
    const displaced = outbox.submit(note(request()));
    while (outbox.status().pending === 0) await pause(5);
    const { to, data } = note(request(), "foreign");
    const terms = {
      type: 0,
      chainId: chain.chainId,
      nonce: 0,
      gasPrice: 0n,
      gasLimit: 500_000n,
      to,
      data,
    };
    await chain.rpc.send("eth_sendRawTransaction", [
      await new Wallet(member.key).signTransaction(terms),
    ]);
    isDeaf = false;
    await displaced;
    expect(await states()).to.deep.equal({ displaced: 1, included: 1 });
    await outbox.submit(note(request()));
    expect(await notes()).to.equal(3);
  });

  it("refuses at simulation without spending a nonce", async () => {
    const outbox = await open();
    const refusal = await outbox
      .submit(note(request(), "x".repeat(41)))
      .catch((error: unknown) => error);
    expect(refusal).to.include({ name: "LedgerRefusal", code: "NotebookNoteTooLong" });
    expect(await database.query("SELECT * FROM local.request")).to.deep.equal([]);
    await outbox.submit(note(request()));
    const [row] = await database.query("SELECT next_nonce FROM local.signer");
    expect(row).to.deep.equal({ next_nonce: 1n });
  });

  it("holds no key of an account that is not the member's", async () => {
    const outbox = await open();
    const foreign = { ...note(request()), from: Wallet.createRandom().address };
    const refusal = await outbox.submit(foreign).catch((error: unknown) => error);
    expect(refusal).to.include({ name: "ProblemError", code: "signer-missing" });
  });
});
