import { randomUUID } from "node:crypto";
import { expect } from "chai";
import { Wallet } from "ethers";
import { requestReference } from "../../../gateway/idempotency/requestReference.ts";
import type { Answer, Client } from "../helpers/client.ts";
import { type NotebookStack, notebookStack } from "../helpers/notebookStack.ts";
import { signIn } from "../helpers/signIn.ts";

const rule = { operations: ["writeNote"], limits: { CNY: "1000" } };

describe("A write above what one person may do alone", function () {
  this.timeout(120_000);
  let stack: NotebookStack;
  let ada: Client;
  let second: Client;
  let third: Client;

  before(async () => {
    stack = await notebookStack();
    const { url } = stack.gateway;
    ada = await signIn(url, "ada", "Ada One");
    second = await signIn(url, "ada", "Ada Two");
    third = await signIn(url, "ada", "Ada Three");
  });
  after(() => stack.close());

  let earlier = 0;
  const countNotes = async () => {
    const [row] = await stack.database.query<{ n: bigint }>(
      "SELECT count(*) AS n FROM projected.note",
    );
    return Number(row?.n);
  };
  const notes = async () => (await countNotes()) - earlier;
  beforeEach(async () => {
    for (const table of ["decision", "spending", "rule"]) {
      await stack.database.query(`DELETE FROM local.approval_${table}`);
    }
    await stack.database.query("DELETE FROM local.approval");
    stack.gateway.gateway.services.approvals.book.forget(1);
    earlier = await countNotes();
  });
  const setRule = async (fields: object = {}) => {
    const answer = await ada.post("/v1/approval-rules", { ...rule, ...fields });
    expect(answer.status, JSON.stringify(answer.body)).to.equal(201);
    return answer.body;
  };
  const ask = async (text = "pay CNY 1001", key: string = randomUUID(), by = ada) => {
    const answer = await by.post("/v1/notes", { text }, key);
    return { answer, key, text, approval: String(answer.body["approval"]) };
  };
  const approve = (by: Client, approval: string, key?: string): Promise<Answer> =>
    by.post(`/v1/approvals/${approval}/approval`, {}, key);
  const read = async (approval: string) => (await ada.get(`/v1/approvals/${approval}`)).body;

  it("waits with 202 and says where, and is carried out once another person agrees", async () => {
    await setRule();
    const { answer, approval, key, text } = await ask();
    expect(answer.status).to.equal(202);
    expect(answer.body["state"]).to.equal("awaiting-approval");
    expect(answer.headers.get("location")).to.equal(`/v1/approvals/${approval}`);
    expect(await notes()).to.equal(0);
    const shown = await read(approval);
    expect(shown).to.deep.include({ state: "waiting", operation: "writeNote", isOwn: true });
    expect(shown["amounts"]).to.deep.equal([{ currency: "CNY", amountMinor: "1001" }]);
    const agreed = await approve(second, approval);
    expect(agreed.status, JSON.stringify(agreed.body)).to.equal(200);
    expect(agreed.body["state"]).to.equal("done");
    expect(agreed.body["result"]).to.deep.include({ status: 201 });
    expect(await notes()).to.equal(1);
    const repeated = await ada.post("/v1/notes", { text }, key);
    expect(repeated.status).to.equal(201);
    expect(repeated.headers.get("idempotency-replayed")).to.equal("true");
    expect(repeated.body).to.deep.equal((agreed.body["result"] as Answer).body);
    expect(await notes()).to.equal(1);
  });

  it("waits on when its sender repeats it, and refuses another body under its key", async () => {
    await setRule();
    const { approval, key, text } = await ask();
    const again = await ada.post("/v1/notes", { text }, key);
    expect([again.status, again.body["approval"]]).to.deep.equal([202, approval]);
    const other = await ada.post("/v1/notes", { text: "pay CNY 5000" }, key);
    expect([other.status, other.body["code"]]).to.deep.equal([422, "idempotency-key-reused"]);
    expect(await notes()).to.equal(0);
  });

  it("needs nobody at the limit itself, somebody one minor unit above, in another currency, or without amount", async () => {
    await setRule();
    expect((await ask("pay CNY 1000")).answer.status).to.equal(201);
    expect((await ask("pay CNY 1001")).answer.status).to.equal(202);
    expect((await ask("pay EUR 1")).answer.status).to.equal(202);
    expect((await ask("nothing told")).answer.status).to.equal(202);
  });

  it("is as large as all of its items in one currency together", async () => {
    await setRule({ limits: { CNY: "1000", EUR: "1000" } });
    expect((await ask("CNY 600, EUR 600")).answer.status).to.equal(201);
    expect((await ask("CNY 600, CNY 401")).answer.status).to.equal(202);
  });

  it("is counted over the day where the rule says so, so that splitting it dodges nothing", async () => {
    await setRule({ period: "day" });
    const keyed = await ask("pay CNY 600");
    expect(keyed.answer.status).to.equal(201);
    expect((await ask("pay CNY 600", keyed.key)).answer.status).to.equal(201);
    const [one, two] = await Promise.all([ask("pay CNY 300"), ask("pay CNY 301")]);
    expect([one.answer.status, two.answer.status].toSorted()).to.deep.equal([201, 202]);
    expect((await ask("pay CNY 900", undefined, second)).answer.status).to.equal(201);
  });

  it("counts nothing towards the day when the ledger refused it", async () => {
    await setRule({ period: "day" });
    const refused = await ask(`CNY 900 ${"x".repeat(41)}`);
    expect(refused.answer.status).to.equal(409);
    expect((await ask("pay CNY 900")).answer.status).to.equal(201);
  });

  it("can't be agreed to by who asked, whichever session it uses", async () => {
    await setRule();
    const { approval } = await ask();
    const sameElsewhere = await signIn(stack.gateway.url, "ada", "Ada One");
    for (const same of [ada, sameElsewhere]) {
      const refused = await approve(same, approval);
      expect([refused.status, refused.body["code"]]).to.deep.equal([403, "second-person-needed"]);
    }
    expect(await notes()).to.equal(0);
    expect((await read(approval))["state"]).to.equal("waiting");
  });

  it("is nobody's business of another member", async () => {
    await setRule();
    const { approval } = await ask();
    const ben = await signIn(stack.gateway.url, "ben", "Ada Two");
    for (const answer of [
      await approve(ben, approval),
      await ben.get(`/v1/approvals/${approval}`),
      await ben.post(`/v1/approvals/${approval}/rejection`, { reason: "no" }),
      await ben.send("DELETE", `/v1/approvals/${approval}`, { key: randomUUID(), body: {} }),
    ]) {
      expect([answer.status, answer.body["code"]]).to.deep.equal([404, "not-found"]);
    }
    expect((await ben.get("/v1/approvals")).body["items"]).to.deep.equal([]);
    expect((await ben.post("/v1/notes", { text: "pay CNY 9999" })).status).to.equal(201);
  });

  it("is carried out once when two people agree at the same moment", async () => {
    await setRule();
    const { approval } = await ask();
    const answers = await Promise.all([approve(second, approval), approve(third, approval)]);
    const statuses = answers.map(({ status }) => status).toSorted();
    expect(statuses).to.deep.equal([200, 409]);
    expect(await notes()).to.equal(1);
  });

  it("is carried out once when it is agreed to while its sender repeats it", async () => {
    await setRule();
    const { approval, key, text } = await ask();
    const approvalKey = randomUUID();
    const asked = Array.from({ length: 8 }, () => ada.post("/v1/notes", { text }, key));
    const [agreed] = await Promise.all([approve(second, approval, approvalKey), ...asked]);
    expect([200, 409]).to.include(agreed.status);
    const settled = await approve(second, approval, approvalKey);
    expect([settled.status, settled.body["state"]]).to.deep.equal([200, "done"]);
    expect(await notes()).to.equal(1);
  });

  it("gives who agreed the same answer again, and agrees only once", async () => {
    await setRule({ approvals: 2 });
    const { approval } = await ask();
    const first = await approve(second, approval);
    expect(first.body["state"]).to.equal("waiting");
    expect((await approve(second, approval)).body["state"]).to.equal("waiting");
    expect(await notes()).to.equal(0);
    expect((await approve(third, approval)).body["state"]).to.equal("done");
    expect(await notes()).to.equal(1);
  });

  it("is over when another person says no, with its reason, and can't be agreed to any more", async () => {
    await setRule();
    const { approval, key, text } = await ask();
    const path = `/v1/approvals/${approval}/rejection`;
    expect((await second.post(path, { reason: "" })).status).to.equal(400);
    const rejected = await second.post(path, { reason: "Twice the order" });
    expect(rejected.body).to.include({ state: "rejected", reason: "Twice the order" });
    expect((await approve(third, approval)).status).to.equal(409);
    const repeated = await ada.post("/v1/notes", { text }, key);
    expect([repeated.status, repeated.body["code"]]).to.deep.equal([409, "approval-ended"]);
    expect(repeated.body["detail"]).to.contain("Twice the order");
    expect(await notes()).to.equal(0);
  });

  it("is over when its time is, and when its sender takes it back", async () => {
    await setRule();
    const late = await ask();
    await stack.database.query(
      "UPDATE local.approval SET expires_at = now() - interval '1 second' WHERE approval_id = $1",
      [late.approval],
    );
    expect((await approve(second, late.approval)).status).to.equal(409);
    expect((await read(late.approval))["state"]).to.equal("expired");
    const kept = await ask();
    const path = `/v1/approvals/${kept.approval}`;
    const take = (by: Client) => by.send("DELETE", path, { key: randomUUID(), body: {} });
    expect((await take(second)).body["code"]).to.equal("not-permitted");
    expect((await take(ada)).body["state"]).to.equal("withdrawn");
    expect((await approve(second, kept.approval)).status).to.equal(409);
    expect((await ada.post("/v1/notes", { text: kept.text }, kept.key)).status).to.equal(409);
    expect(await notes()).to.equal(0);
  });

  it("tells why the ledger refused what was agreed to, and is over", async () => {
    await setRule();
    const { approval, key, text } = await ask(`CNY 5000 ${"x".repeat(41)}`);
    const agreed = await approve(second, approval);
    expect([agreed.status, agreed.body["state"]]).to.deep.equal([200, "refused"]);
    expect(agreed.body["problem"]).to.deep.include({ code: "NotebookNoteTooLong" });
    expect((await ada.post("/v1/notes", { text }, key)).body["code"]).to.equal("approval-ended");
  });

  it("goes on waiting when its rule is relaxed or removed, which itself needs another person", async () => {
    const { rule: id } = await setRule();
    const { approval, key, text } = await ask();
    const removed = await ada.send("DELETE", `/v1/approval-rules/${id}`, {
      key: randomUUID(),
      body: {},
    });
    expect(removed.status).to.equal(202);
    expect((await ask("pay CNY 2000")).answer.status).to.equal(202);
    const agreed = await approve(second, String(removed.body["approval"]));
    expect(agreed.body["state"], JSON.stringify(agreed.body)).to.equal("done");
    expect((await ada.get("/v1/approval-rules")).body["items"]).to.deep.equal([]);
    expect((await ada.post("/v1/notes", { text }, key)).body["approval"]).to.equal(approval);
    expect(await notes()).to.equal(0);
    expect((await approve(second, approval)).body["state"]).to.equal("done");
    expect((await ask("pay CNY 2000")).answer.status).to.equal(201);
  });

  it("whose answer is a secret is carried out for who asked alone, once another person agreed", async () => {
    await setRule({ operations: ["makeToken"] });
    const key = randomUUID();
    const held = await ada.post("/v1/tokens", {}, key);
    const approval = String(held.body["approval"]);
    const agreed = await approve(second, approval);
    expect([agreed.status, agreed.body["state"]]).to.deep.equal([200, "approved"]);
    expect(JSON.stringify(agreed.body)).to.not.contain('"secret"');
    const own = (await read(approval))["request"] as { idempotencyKey: string };
    const theirs = (await second.get(`/v1/approvals/${approval}`)).body["request"];
    expect([own.idempotencyKey, theirs]).to.deep.include(key);
    expect((theirs as { idempotencyKey: null }).idempotencyKey).to.equal(null);
    const shown = await ada.post("/v1/tokens", {}, key);
    expect(shown.body).to.deep.equal({ secret: "shown once" });
    expect((await read(approval))["state"]).to.equal("done");
  });

  it("is held although somebody else wrote its reference on the ledger before", async () => {
    await setRule();
    const text = "pay CNY 7777";
    const key = randomUUID();
    const asked = { memberId: 1, route: "POST /v1/notes", idempotencyKey: key, body: { text } };
    const { ref } = requestReference(asked);
    const { chain, ledger } = stack;
    const [notebook] = ledger.contracts;
    const data = notebook?.interface.encodeFunctionData("note", [2, "bait", ref]) ?? "0x";
    const terms = { type: 0, chainId: chain.chainId, nonce: 0, gasPrice: 0n, gasLimit: 500_000n };
    const transaction = { ...terms, to: notebook?.address ?? null, data };
    const raw = await Wallet.createRandom().signTransaction(transaction);
    await chain.rpc.send("eth_sendRawTransaction", [raw]);
    await chain.rpc.send("evm_mine", []);
    const head = Number(await chain.rpc.send("eth_blockNumber", []));
    await stack.gateway.gateway.services.projector.waitForBlock(head);
    expect((await ask(text, key)).answer.status).to.equal(202);
  });

  it("is refused as a rule when it names a write that doesn't exist, or a decision itself", async () => {
    for (const operations of [["writeNothing"], ["approveRequest"], []]) {
      const { status } = await ada.post("/v1/approval-rules", { operations });
      expect(status).to.be.oneOf([400, 422]);
    }
  });

  it("lists what waits for me, what I asked for and what ended", async () => {
    await setRule();
    const own = await ask();
    const theirs = await ask("pay CNY 3000", randomUUID(), second);
    const idsOf = async (view: string) => {
      const { body } = await ada.get(`/v1/approvals?view=${view}`);
      return (body["items"] as { approval: string }[]).map(({ approval }) => approval);
    };
    expect(await idsOf("to-decide")).to.deep.equal([theirs.approval]);
    expect(await idsOf("asked")).to.deep.equal([own.approval]);
    await approve(ada, theirs.approval);
    expect(await idsOf("to-decide")).to.deep.equal([]);
    expect(await idsOf("ended")).to.deep.equal([theirs.approval]);
    const first = await ada.get("/v1/approvals?limit=1");
    const rest = await ada.get(`/v1/approvals?limit=1&after=${first.body["next"]}`);
    expect([first.body["items"], rest.body["items"]].flat()).to.have.length(2);
  });
});
