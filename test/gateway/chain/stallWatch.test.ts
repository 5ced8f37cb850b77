import { Writable } from "node:stream";
import { expect } from "chai";
import { pino } from "pino";
import type { Database } from "../../../gateway/database/database.ts";
import type { Ledger } from "../../../gateway/ledger/ledger.ts";
import { noteTexts } from "../../faults/helpers/noteTexts.ts";
import { client } from "../helpers/client.ts";
import { deployNotebook } from "../helpers/deployNotebook.ts";
import { eventually } from "../helpers/eventually.ts";
import { pause } from "../helpers/pause.ts";
import { signIn } from "../helpers/signIn.ts";
import { startAnvil, type TestChain } from "../helpers/startAnvil.ts";
import { testDatabase } from "../helpers/testDatabase.ts";
import { type TestGateway, testGateway } from "../helpers/testGateway.ts";

describe("A chain that makes no blocks any more", function () {
  this.timeout(60_000);
  let chain: TestChain;
  let database: Database;
  let gateway: TestGateway;
  let ledger: Ledger;
  const alarms: string[] = [];

  before(async () => {
    [chain, database] = await Promise.all([startAnvil(), testDatabase()]);
    ledger = await deployNotebook(chain);
    const lines = new Writable({
      write(line: Buffer, _encoding, done) {
        const { msg } = JSON.parse(line.toString()) as { msg: string };
        if (msg.startsWith("chain: ")) alarms.push(msg);
        done();
      },
    });
    const logger = pino({ level: "info" }, lines);
    const config = { stallSeconds: 2 };
    gateway = await testGateway({ database, rpc: chain.rpc, ledger, config, logger });
  });

  after(async () => {
    await gateway.close();
    await database.close();
    await chain.stop();
  });

  it("answers 202 with the reason, leaves reads open, says so once, and resumes by itself", async () => {
    const ada = await signIn(gateway.url, "ada");
    expect((await ada.post("/v1/notes", { text: "before" })).status).to.equal(201);
    await chain.rpc.send("evm_setAutomine", [false]);
    const stored = ada.post("/v1/notes", { text: "stored" });
    await pause(3_000);
    const began = performance.now();
    const halted = await ada.post("/v1/notes", { text: "halted" }, "asked-again-later");
    expect(performance.now() - began).to.be.lessThan(2_500);
    expect([halted.status, halted.body["state"]]).to.deep.equal([202, "pending"]);
    const { code, title, detail, since } = halted.body["reason"] as Record<string, string>;
    expect([code, title]).to.deep.equal(["chain-stalled", "The ledger makes no blocks"]);
    expect(detail).to.match(
      /its head, block 3, is [1-9]\d* s old\. The write is stored and is sent/,
    );
    const age = Date.now() - Date.parse(String(since));
    expect(age).to.be.greaterThan(2_000).and.to.be.lessThan(15_000);
    const place = String(halted.headers.get("location"));
    expect((await ada.get(place)).body["state"]).to.equal("pending");
    // Who asked before it was known that the chain stands still is told as well.
    expect([(await stored).status, halted.headers.get("retry-after")]).to.deep.equal([202, "5"]);
    expect((await ada.get("/v1/notes/1")).status).to.equal(200);
    const ready = await client(gateway.url).get("/readyz");
    expect(ready.status).to.equal(503);
    expect(JSON.stringify(ready.body)).to.include("The ledger makes no blocks");
    await pause(1_000);
    expect(alarms).to.deep.equal(["chain: alarm, it stands still"]);
    await chain.rpc.send("evm_setAutomine", [true]);
    await chain.rpc.send("evm_mine", []);
    await eventually(async () => expect((await ada.get(place)).body["state"]).to.equal("included"));
    const again = await ada.post("/v1/notes", { text: "halted" }, "asked-again-later");
    expect(again.status).to.equal(201);
    const noted = await noteTexts(chain.rpc, ledger);
    expect(Object.fromEntries(noted)).to.deep.equal({ before: 1, stored: 1, halted: 1 });
    await pause(300);
    expect(alarms).to.deep.equal(["chain: alarm, it stands still", "chain: it moves again"]);
    expect((await client(gateway.url).get("/readyz")).status).to.equal(200);
  });

  it("tells who waits for a stored write why it takes so long", async () => {
    const ada = await signIn(gateway.url, "ada");
    await chain.rpc.send("evm_setAutomine", [false]);
    const pending = await ada.post("/v1/notes", { text: "slow" }, "slow");
    expect(pending.status).to.equal(202);
    expect(String(pending.body["detail"])).to.include("The ledger makes no blocks");
    await chain.rpc.send("evm_setAutomine", [true]);
    await chain.rpc.send("evm_mine", []);
    expect((await ada.post("/v1/notes", { text: "slow" }, "slow")).status).to.equal(201);
  });

  it("is no stall while nobody waits for a block, whatever the wall clock says", async () => {
    await pause(1_500);
    expect(gateway.gateway.services.stall.sentence()).to.equal(undefined);
  });
});
