import { randomUUID } from "node:crypto";
import { expect } from "chai";
import { Wallet } from "ethers";
import type { Rpc } from "../../gateway/chain/rpc.ts";
import type { Database } from "../../gateway/database/database.ts";
import type { Ledger } from "../../gateway/ledger/ledger.ts";
import { deployNotebook } from "./helpers/deployNotebook.ts";
import { emptyDatabase } from "./helpers/emptyDatabase.ts";
import { pause } from "./helpers/pause.ts";
import { signIn } from "./helpers/signIn.ts";
import { startAnvil, type TestChain } from "./helpers/startAnvil.ts";
import { type TestGateway, testGateway } from "./helpers/testGateway.ts";
import { testMember } from "./helpers/testMember.ts";

describe("A gateway whose database was lost", function () {
  this.timeout(180_000);
  let chain: TestChain;
  let ledger: Ledger;
  let database: Database;
  let gateway: TestGateway;

  const begin = async (rpc: Rpc = chain.rpc) => {
    database = await emptyDatabase();
    gateway = await testGateway({ database, rpc, ledger });
  };
  const end = async () => {
    await gateway.close();
    await database.close();
  };

  before(async () => {
    chain = await startAnvil();
    ledger = await deployNotebook(chain);
    await begin();
  });

  after(async () => {
    await end();
    await chain.stop();
  });

  it("answers a repeated request with the old result, and refuses a changed one", async () => {
    const key = randomUUID();
    const first = await (await signIn(gateway.url, "ada")).post("/v1/notes", { text: "kept" }, key);
    expect(first.status).to.equal(201);
    await end();
    await begin();
    const ada = await signIn(gateway.url, "ada");
    const changed = await ada.post("/v1/notes", { text: "changed" }, key);
    expect([changed.status, changed.body["code"]]).to.deep.equal([422, "idempotency-key-reused"]);
    for (const _attempt of ["from the chain", "from the new database"]) {
      const again = await ada.post("/v1/notes", { text: "kept" }, key);
      expect(again.status).to.equal(201);
      expect(again.body).to.deep.equal(first.body);
      expect(again.headers.get("idempotency-replayed")).to.equal("true");
    }
    const other = await ada.post("/v1/notes", { text: "kept" });
    expect(other.body["number"]).to.equal("2");
    expect(other.headers.get("idempotency-replayed")).to.equal(null);
  });

  it("finds each of a request's transactions again, and makes the one that was not made, once", async () => {
    const texts = ["first of three", "second of three", "third of three"];
    const hex = Buffer.from("third of three").toString("hex");
    let isFailing = true;
    await end();
    // The request breaks off between two of its transactions.
    await begin({
      send: async (method, parameters) => {
        const isThird = JSON.stringify(parameters).includes(hex);
        if (isFailing && method === "eth_call" && isThird) throw new Error("connection reset");
        return chain.rpc.send(method, parameters);
      },
    });
    const key = randomUUID();
    const ask = async (asked = texts) =>
      (await signIn(gateway.url, "ben")).post("/v1/note-lists", { texts: asked }, key);
    const broken = await ask();
    expect([broken.status, broken.body["code"]]).to.deep.equal([503, "ledger-unreachable"]);
    const written = async () => {
      const rows = await database.query<{ text: string; transaction_hash: string }>(
        `SELECT args ->> 'text' AS text, transaction_hash FROM projected.event
         WHERE args ->> 'text' LIKE '% of three' ORDER BY key`,
      );
      return rows;
    };
    const before = await written();
    expect(before.map(({ text }) => text)).to.deep.equal(texts.slice(0, 2));
    isFailing = false;
    await end();
    await begin();
    while (!gateway.gateway.services.gate.isOpen()) await pause(20);
    const changed = await ask([...texts].reverse());
    expect([changed.status, changed.body["code"]]).to.deep.equal([422, "idempotency-key-reused"]);
    const again = await ask();
    expect(again.status, JSON.stringify(again.body)).to.equal(201);
    expect(again.headers.get("idempotency-replayed"), "one was made now").to.equal(null);
    const after = await written();
    expect(after.map(({ text }) => text)).to.deep.equal(texts);
    const hashes = after.map((row) => row.transaction_hash);
    expect(hashes.slice(0, 2)).to.deep.equal(before.map((row) => row.transaction_hash));
    expect(again.body["transactionHashes"]).to.deep.equal(hashes);
    await end();
    await begin();
    while (!gateway.gateway.services.gate.isOpen()) await pause(20);
    const old = await ask();
    expect(old.headers.get("idempotency-replayed")).to.equal("true");
    expect(old.body).to.deep.equal(again.body);
    expect(await written()).to.deep.equal(after);
  });

  it("keeps writes closed, and says so, while a former life's transactions wait in the pool", async () => {
    await end();
    await chain.rpc.send("evm_setAutomine", [false]);
    const { key, account } = testMember(1, "ada");
    const count = (tag: string) =>
      chain.rpc.send("eth_getTransactionCount", [account, tag]).then(Number);
    const [notebook] = ledger.contracts;
    const forgotten = await new Wallet(key).signTransaction({
      type: 0,
      chainId: chain.chainId,
      nonce: await count("latest"),
      gasPrice: 0n,
      gasLimit: 500_000n,
      to: notebook?.address ?? "",
      data: notebook?.interface.encodeFunctionData("mark", [1]) ?? "",
    });
    await chain.rpc.send("eth_sendRawTransaction", [forgotten]);
    await begin();
    const ada = await signIn(gateway.url, "ada");
    const closed = await ada.post("/v1/notes", { text: "too early" });
    expect([closed.status, closed.body["code"]]).to.deep.equal([503, "writes-closed"]);
    expect(closed.body["detail"]).to.include("wait in the node's pool");
    const ready = await ada.get("/readyz");
    expect(ready.status).to.equal(503);
    expect(ready.body["checks"]).to.have.property("writes").with.property("ok", false);
    expect((await ada.get("/v1/notes/1")).status).to.equal(200);
    await chain.rpc.send("evm_setAutomine", [true]);
    await chain.rpc.send("evm_mine", []);
    while (!gateway.gateway.services.gate.isOpen()) await pause(20);
    expect((await ada.post("/v1/notes", { text: "now" })).status).to.equal(201);
    expect((await ada.get("/readyz")).body["checks"])
      .to.have.property("writes")
      .with.property("ok", true);
  });
});
