import { expect } from "chai";
import { RpcRefusal } from "../../../gateway/chain/rpcRefusal.ts";
import type { Database } from "../../../gateway/database/database.ts";
import { emptyTables } from "../helpers/emptyTables.ts";
import { OutboxScene } from "../helpers/outboxScene.ts";
import { pause } from "../helpers/pause.ts";
import { testDatabase } from "../helpers/testDatabase.ts";

const SEND = "eth_sendRawTransaction";

describe("An outbox that meets what it did not expect", function () {
  this.timeout(60_000);
  let database: Database;
  let scene: OutboxScene;

  before(async () => {
    database = await testDatabase();
  });

  after(() => database.close());

  beforeEach(async () => {
    await emptyTables(database);
    scene = await OutboxScene.open(database);
  });

  afterEach(() => scene.close());

  const deaf = (isDeaf: () => boolean) =>
    scene.node((method) => {
      if (method === SEND && isDeaf()) throw new Error("connection reset");
    });

  const until = async (isSo: () => boolean | Promise<boolean>) => {
    while (!(await isSo())) await pause(10);
  };

  const outcomeOf = (submitted: Promise<unknown>) =>
    submitted.then(
      () => "included",
      (error: { code?: string; name: string }) => error.code ?? error.name,
    );

  it("signs a displaced write anew once, although two gateways follow it", async () => {
    let isDeaf = true;
    const one = await scene.outbox(deaf(() => isDeaf));
    const submitted = one.submit(scene.note(scene.request()));
    await until(() => one.status().pending === 1);
    const two = await scene.outbox(deaf(() => isDeaf));
    await until(() => two.status().pending === 1);
    await scene.useKeyOutside(0);
    isDeaf = false;
    await submitted;
    await until(() => two.status().pending === 0);
    expect(await scene.states()).to.deep.equal({ displaced: 1, included: 1 });
    expect(await scene.notes()).to.equal(2);
  });

  it("is not led to sign anew by a node whose receipts are late", async () => {
    let isLate = true;
    const node = scene.node((method) =>
      method === "eth_getTransactionReceipt" && isLate ? null : undefined,
    );
    const outbox = await scene.outbox(node);
    const submitted = outbox.submit(scene.note(scene.request()));
    await pause(1_000);
    isLate = false;
    await submitted;
    expect(await scene.states()).to.deep.equal({ included: 1 });
    expect(await scene.notes()).to.equal(1);
  });

  it("fills nonces that nothing of ours has, so that the signer goes on", async () => {
    const outbox = await scene.outbox();
    await outbox.submit(scene.note(scene.request()));
    await database.query("UPDATE local.signer SET next_nonce = next_nonce + 3");
    await outbox.submit(scene.note(scene.request()));
    expect(await scene.notes()).to.equal(2);
    const fillers = await database.query("SELECT nonce FROM local.filler ORDER BY nonce");
    expect(fillers).to.deep.equal([{ nonce: 1n }, { nonce: 2n }, { nonce: 3n }]);
  });

  it("goes on with a counter that the key's use elsewhere has moved far ahead", async () => {
    const outbox = await scene.outbox();
    await outbox.submit(scene.note(scene.request()));
    for (const nonce of [1, 2, 3]) await scene.useKeyOutside(nonce);
    await Promise.all([1, 2, 3, 4].map(() => outbox.submit(scene.note(scene.request()))));
    expect(await scene.notes()).to.equal(8);
    expect((await scene.states())["included"]).to.equal(5);
  });

  it("ends a write that the node refuses for good, and goes on with the next", async () => {
    const unwanted = new Set<unknown>();
    const node = scene.node((method, [raw]) => {
      if (method !== SEND) return undefined;
      if (unwanted.size === 0) unwanted.add(raw);
      if (unwanted.has(raw)) throw new RpcRefusal(-32_000, "oversized data", undefined);
    });
    const outbox = await scene.outbox(node);
    const refused = outcomeOf(outbox.submit(scene.note(scene.request())));
    await until(() => unwanted.size === 1);
    const next = outcomeOf(outbox.submit(scene.note(scene.request())));
    expect(await refused).to.equal("transaction-refused");
    expect(await next).to.equal("included");
    const [row] = await database.query("SELECT reason FROM local.outbox WHERE state = 'refused'");
    expect(row).to.deep.equal({ reason: "oversized data" });
    const states = await database.query("SELECT state FROM local.request ORDER BY state");
    expect(states).to.deep.equal([{ state: "open" }, { state: "refused" }]);
    expect(await scene.notes()).to.equal(1);
  });

  it("waits for a place in a full pool, without losing anything and without asking in a loop", async () => {
    await scene.chain.rpc.send("evm_setAutomine", [false]);
    const held = new Set<unknown>();
    let refusals = 0;
    const node = scene.node((method, [raw]) => {
      if (method !== SEND || held.has(raw)) return undefined;
      if (held.size >= 4) {
        refusals += 1;
        throw new RpcRefusal(-32_000, "Transaction pool is full for this sender", undefined);
      }
      held.add(raw);
    });
    const outbox = await scene.outbox(node, { maxInFlightPerSigner: 64 });
    const done = Promise.all(
      Array.from({ length: 12 }, () => outbox.submit(scene.note(scene.request()))),
    );
    await until(() => refusals > 0);
    await pause(500);
    expect(refusals).to.be.lessThan(40);
    while ((await scene.notes()) < 12) {
      await scene.chain.rpc.send("evm_mine", []);
      held.clear();
      await pause(50);
    }
    await done;
    expect(await scene.states()).to.deep.equal({ included: 12 });
  });

  it("takes over what a gateway that died had stored", async () => {
    const dead = await scene.outbox(
      deaf(() => true),
      { holder: "dead", inclusionTimeoutMs: 100 },
    );
    const living = await scene.outbox(scene.chain.rpc, { holder: "living" });
    const late = outcomeOf(dead.submit(scene.note(scene.request())));
    // The other gateway may be quicker than the first one's patience.
    expect(await late).to.be.oneOf(["InclusionPending", "included"]);
    await until(async () => (await scene.notes()) === 1);
    await until(() => living.status().pending === 0);
    expect(await scene.states()).to.deep.equal({ included: 1 });
  });

  it("leaves to a living gateway what that one follows", async () => {
    await database.query(
      "INSERT INTO local.lease (name, holder, expires_at) VALUES ('gateway one', 'one', now() + interval '1 hour')",
    );
    const one = await scene.outbox(
      deaf(() => true),
      { holder: "one", inclusionTimeoutMs: 100 },
    );
    const two = await scene.outbox(scene.chain.rpc, { holder: "two" });
    await outcomeOf(one.submit(scene.note(scene.request())));
    await pause(500);
    expect(two.status().pending).to.equal(0);
    await database.query("DELETE FROM local.lease");
    await until(async () => (await scene.notes()) === 1);
  });

  it("sends again what a reorganisation took out of the chain", async () => {
    const outbox = await scene.outbox();
    const before = await scene.head();
    const made = await Promise.all([1, 2, 3].map(() => outbox.submit(scene.note(scene.request()))));
    await scene.chain.rpc.send("evm_mine", []);
    await pause(200);
    await scene.rollBackTo(before);
    await scene.chain.rpc.send("evm_mine", []);
    await until(async () => (await scene.notes()) === 3);
    await until(async () => (await scene.states())["included"] === 3);
    const rows = await database.query<{ transaction_hash: string }>(
      "SELECT transaction_hash FROM local.outbox",
    );
    expect(rows.map((row) => row.transaction_hash)).to.have.members(
      made.map((each) => each.transactionHash),
    );
  });

  it("sends again what was taken back before the head that had it was seen", async () => {
    let frozen: unknown;
    const node = scene.node((method, [tag]) =>
      method === "eth_getBlockByNumber" && tag === "latest" ? frozen : undefined,
    );
    const outbox = await scene.outbox(node);
    await outbox.submit(scene.note(scene.request()));
    const before = await scene.head();
    frozen = await scene.chain.rpc.send("eth_getBlockByNumber", ["latest", false]);
    // Its receipt is found, because the node is asked for it after a while.
    await outbox.submit(scene.note(scene.request()));
    await scene.rollBackTo(before);
    await scene.chain.rpc.send("evm_mine", []);
    expect(await scene.notes()).to.equal(1);
    frozen = undefined;
    await until(async () => (await scene.notes()) === 2);
    await until(async () => (await scene.states())["included"] === 2);
  });

  it("sends again what was taken back while no gateway ran", async () => {
    const outbox = await scene.outbox();
    const before = await scene.head();
    const made = await outbox.submit(scene.note(scene.request()));
    await scene.endOutboxes();
    await scene.rollBackTo(before);
    const next = await scene.outbox();
    await until(async () => (await scene.notes()) === 1);
    await until(async () => (await scene.states())["included"] === 1);
    expect((await next.find(made.transactionHash))?.state).to.equal("included");
  });

  it("looks again for what was taken back when the node failed meanwhile, although the chain is quiet", async () => {
    let failures = 0;
    let isFailing = false;
    const node = scene.node((method) => {
      if (!isFailing || method !== "eth_getTransactionReceipt") return undefined;
      failures += 1;
      isFailing = failures < 3;
      throw new Error("connection reset");
    });
    const outbox = await scene.outbox(node);
    const before = await scene.head();
    await outbox.submit(scene.note(scene.request()));
    await pause(200);
    isFailing = true;
    await scene.rollBackTo(before);
    await scene.chain.rpc.send("evm_mine", []);
    await until(async () => (await scene.notes()) === 1);
    expect(failures).to.equal(3);
  });

  it("does not sign anew what another transaction of the same request did already", async () => {
    let isDeaf = true;
    let isOpen = false;
    const gate = { isOpen: () => isOpen, assertOpen: () => undefined };
    const outbox = await scene.outbox(
      deaf(() => isDeaf),
      { gate },
    );
    const note = scene.note(scene.request());
    const submitted = outbox.submit(note);
    await until(() => outbox.status().pending === 1);
    // As after a restored backup: the request went on under another hash that this database does not know.
    await scene.useKeyOutside(0, "foreign");
    const other = await scene.sendOutside(1, note);
    await database.query(
      `INSERT INTO projected.event (key, block_number, block_hash, block_time, transaction_hash, contract, name, args, ref, members)
       VALUES ('1', 1, '', now(), $1, 'Notebook', 'Noted', '{}', $2, '{}')`,
      [other, note.request.ref],
    );
    isDeaf = false;
    await pause(500);
    expect((await scene.states())["signed"]).to.equal(1);
    isOpen = true;
    expect((await submitted).transactionHash).to.equal(other);
    expect(await scene.notes()).to.equal(2);
    expect(await scene.states()).to.deep.equal({ displaced: 1 });
  });
});
