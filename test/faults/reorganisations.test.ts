import { expect } from "chai";
import { digestProjection } from "../../gateway/projection/digestProjection.ts";
import { readTables } from "../../gateway/projection/readTables.ts";
import { type LedgerGateway, ledgerGateway } from "../gateway/helpers/ledgerGateway.ts";
import { pause } from "../gateway/helpers/pause.ts";
import { projectedTables } from "../gateway/helpers/projectedTables.ts";
import { rebuiltTables } from "../gateway/helpers/rebuiltTables.ts";
import { type EventListener, eventListener } from "../helpers/eventListener.ts";
import { faultCount } from "../helpers/faultCount.ts";
import { faultReport } from "../helpers/faultReport.ts";
import { faultSeed } from "../helpers/faultSeed.ts";
import { type LedgerLife, ledgerLife } from "../helpers/ledgerLife.ts";
import { recomputedDigest } from "../helpers/recomputedDigest.ts";
import { seededRandom } from "../helpers/seededRandom.ts";

const REORGANISATIONS = faultCount(3, 100);
const DEEPEST = 12;

describe("A chain that reorganises", function () {
  this.timeout(REORGANISATIONS * 60_000);
  const seed = faultSeed();
  const random = seededRandom(seed);
  const upTo = (most: number) => 1 + Math.floor(random() * most);
  let stack: LedgerGateway;
  let life: LedgerLife;
  let listener: EventListener;
  let stale = 0;
  let different = 0;

  before(async () => {
    stack = await ledgerGateway();
    life = await ledgerLife(stack, random);
    // No rollback may reach the life's beginning.
    await actTimes(2 * DEEPEST);
    const session = { member: "Plain Audit" };
    const { body } = await stack.as("auditor").send("POST", "/v1/sessions", { body: session });
    listener = eventListener(stack.url, String(body["token"]));
  });

  after(async () => {
    listener.stop();
    await stack.close();
  });

  const head = () => stack.chain.rpc.send("eth_getBlockByNumber", ["latest", false]);

  /** Until exactly the node's newest block is projected. */
  async function settled(): Promise<void> {
    for (let tries = 0; tries < 400; tries++) {
      const { hash } = (await head()) as { hash: string };
      const [row] = await stack.database.query<{ block_hash: string }>(
        "SELECT block_hash FROM projected.checkpoint",
      );
      if (row?.block_hash === hash) return;
      await pause(25);
    }
    throw new Error(`not projected: ${JSON.stringify(stack.gateway.services.projector.status())}`);
  }

  async function actTimes(count: number): Promise<void> {
    let done = 0;
    for (let tries = 0; done < count && tries < 500; tries++) if (await life.act()) done += 1;
    if (done < count) throw new Error("The ledger takes nothing any more.");
  }

  /** Takes back the newest blocks, of which the gateway knows all or some, and lets others take their place. */
  async function reorganise(): Promise<void> {
    const depth = upTo(DEEPEST);
    await actTimes(Math.max(depth - upTo(3), 1));
    if (random() < 0.8) await settled();
    await stack.chain.rpc.send("anvil_rollback", [depth]);
    await actTimes(depth + upTo(3));
    await settled();
  }

  async function compare(): Promise<void> {
    const { checkpoint: _, ...rebuilt } = await rebuiltTables(stack);
    const { checkpoint: __, ...projected } = await projectedTables(stack.database);
    const digests = await digestProjection(stack.database);
    const tables = await readTables(stack.database);
    for (const [name, rows] of Object.entries(rebuilt)) {
      const table = tables.get(name);
      const found = digests?.tables.find((each) => each.table === name);
      if (table === undefined || recomputedDigest(table, rows) !== found?.digest) different += 1;
    }
    expect(projected).to.deep.equal(rebuilt);
    stale += (projected["event"] ?? []).filter((row, place) => {
      return row["block_hash"] !== rebuilt["event"]?.[place]?.["block_hash"];
    }).length;
  }

  /** Until the listener was told of everything; what it still has that isn't so is stale. */
  async function heard(): Promise<void> {
    const rows = await stack.database.query<{ key: string; block_hash: string }>(
      "SELECT key, block_hash FROM projected.event",
    );
    const isHeard = () =>
      listener.events.size === rows.length &&
      rows.every(({ key, block_hash }) => listener.events.get(key) === block_hash);
    for (let tries = 0; tries < 200 && !isHeard(); tries++) await pause(25);
    if (!isHeard()) stale += 1;
  }

  it("leaves the tables and digests of a rebuild, and no listener with an event that is gone", async () => {
    for (let played = 0; played < REORGANISATIONS; played++) {
      await reorganise();
      // A rebuild takes longer than a reorganisation: the quick form makes one at the end.
      if (played === REORGANISATIONS - 1 || REORGANISATIONS > 10) await compare();
      await heard();
    }
    const more = { stale, different, retracted: listener.retracted(), strange: listener.strange() };
    const none = { lost: 0, doubled: 0, stuck: 0 };
    faultReport({ suite: "reorganisations", seed, runs: REORGANISATIONS, ...none, more });
    expect({ stale, different, strange: listener.strange() }).to.deep.equal({
      stale: 0,
      different: 0,
      strange: 0,
    });
    expect(listener.retracted()).to.be.above(REORGANISATIONS);
    const [undone] = await stack.database.query<{ count: bigint }>(
      "SELECT count(*) FROM local.reorganisation",
    );
    expect(Number(undone?.count)).to.be.at.least(REORGANISATIONS / 2);
  });
});

describe("A chain whose blocks are final, and that reorganises all the same", function () {
  this.timeout(120_000);
  let stack: LedgerGateway;
  let listener: EventListener;

  before(async () => {
    stack = await ledgerGateway({ engine: "besu" });
    const session = { member: "Plain Audit" };
    const { body } = await stack.as("auditor").send("POST", "/v1/sessions", { body: session });
    listener = eventListener(stack.url, String(body["token"]));
  });

  after(async () => {
    listener.stop();
    await stack.close();
  });

  it("is an incident: the projection stops with a sentence, and nothing is taken back", async () => {
    const life = await ledgerLife(stack, seededRandom(faultSeed()));
    const act = async (times: number) => {
      for (let done = 0; done < times; ) if (await life.act()) done += 1;
    };
    await act(4);
    const { projector } = stack.gateway.services;
    const head = Number(await stack.chain.rpc.send("eth_blockNumber", []));
    await projector.waitForBlock(head);
    const before = await projectedTables(stack.database);
    await stack.chain.rpc.send("anvil_rollback", [2]);
    await act(4);
    while (projector.status().state !== "stopped") await pause(20);
    const block = `Block ${head} (${before["checkpoint"]?.[0]?.["block_hash"]})`;
    const sentence = `Incident: ${block} is no longer part of the chain. On this engine blocks are final.`;
    expect(projector.status().sentence).to.equal(sentence);
    const ready = await stack.as("auditor").get("/readyz");
    expect(ready.status).to.equal(503);
    const { projection } = ready.body["checks"] as Record<string, { ok: boolean; detail: string }>;
    expect(projection?.ok).to.equal(false);
    expect(projection?.detail).to.include("On this engine blocks are final.");
    const later = await stack.as("auditor").get(`/v1/certificates?atLeastBlock=${head + 1}`);
    expect([later.status, later.body["code"]]).to.deep.equal([503, "projection-behind"]);
    expect(await projectedTables(stack.database)).to.deep.equal(before);
    for (const table of ["reorganisation", "retraction"]) {
      expect(await stack.database.query(`SELECT * FROM local.${table}`)).to.deep.equal([]);
    }
    expect([listener.retracted(), listener.strange()]).to.deep.equal([0, 0]);
  });
});
