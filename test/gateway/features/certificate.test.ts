import { expect } from "chai";
import { id } from "ethers";
import type { GatewayServices } from "../../../gateway/gatewayServices.ts";
import { gasOfMany } from "../../../gateway/ledger/gasOfMany.ts";
import type { Answer } from "../helpers/client.ts";
import type { CastName } from "../helpers/ledgerCast.ts";
import { type LedgerGateway, ledgerGateway } from "../helpers/ledgerGateway.ts";
import { issueTrade } from "../helpers/trade.ts";

type Items = readonly Record<string, unknown>[];

describe("Certificates over HTTP", function () {
  this.timeout(120_000);
  let stack: LedgerGateway;
  before(async () => {
    stack = await ledgerGateway();
    for (const [recipient, sender] of [
      ["tierTwo", "tierOne"],
      ["tierThree", "tierTwo"],
    ] as const) {
      const until = await stack.instantIn(30 * 86_400);
      const path = `/v1/standing-acceptances/${stack.who[sender].id}`;
      const set = await stack.write(recipient, "PUT", path, { until, framework: id("framework") });
      expect(set.status).to.equal(200);
    }
  });
  after(() => stack.close());

  const verb = (member: CastName, certificate: unknown, name: string, body: unknown) =>
    stack.as(member).post(`/v1/certificates/${certificate}/${name}`, body);
  const transfer = (from: CastName, certificate: unknown, to: CastName, valueMinor: string) => {
    const body = { to: stack.who[to].id, valueMinor, tradeReference: id("order") };
    return verb(from, certificate, "transfers", body);
  };
  const refusal = ({ status, body }: Answer) => [status, body["code"]];

  it("split for their holder, who holds both parts", async () => {
    const { certificate } = await issueTrade(stack);
    const part = await verb("tierOne", certificate, "splits", { valueMinor: "300000" });
    expect(part.status).to.equal(201);
    expect(part.body).to.deep.include({ valueMinor: "300000", cause: "split", tier: 1 });
    const whole = await stack.as("tierOne").get(`/v1/certificates/${certificate}`);
    expect(whole.body).to.deep.include({ valueMinor: "700000", freeMinor: "700000" });
    const merged = await verb("tierOne", certificate, "merges", {
      others: [part.body["certificate"]],
    });
    expect(merged.body["valueMinor"]).to.equal("1000000");
  });

  it("pass down the tiers, and each says its chain of endorsements", async () => {
    const { certificate } = await issueTrade(stack);
    const second = await transfer("tierOne", certificate, "tierTwo", "400000");
    expect(second.status).to.equal(201);
    const third = await transfer("tierTwo", second.body["certificate"], "tierThree", "150000");
    const { body } = await stack
      .as("tierThree")
      .get(`/v1/certificates/${third.body["certificate"]}`);
    expect(body).to.deep.include({ tier: 3, valueMinor: "150000", encumbrances: [] });
    const endorsements = body["endorsements"] as { from: { name: string }; valueMinor: string }[];
    expect(endorsements.map(({ from, valueMinor }) => [from.name, valueMinor])).to.deep.equal([
      ["Lianyun Bearings", "400000"],
      ["Taihu Castings", "150000"],
    ]);
  });

  it("pass with the recipient's signature where it accepts nothing in advance", async () => {
    const { certificate } = await issueTrade(stack);
    const tradeReference = id("order 9");
    const asked = { valueMinor: "1000", tradeReference };
    const bare = { ...asked, to: stack.who.tierThree.id };
    const refused = await verb("tierOne", certificate, "transfers", bare);
    expect(refusal(refused)).to.deep.equal([409, "SplitTokenNotAccepted"]);
    expect(refused.body["detail"]).to.contain("Weifang Tools");
    const deadline = await stack.instantIn(3_600);
    const signed = await stack
      .as("tierThree")
      .post("/v1/acceptance-signatures", { certificate, ...asked, deadline });
    const body = { ...bare, acceptance: signed.body };
    expect((await verb("tierOne", certificate, "transfers", body)).status).to.equal(201);
    const replayed = await verb("tierOne", certificate, "transfers", body);
    expect(replayed.body["code"]).to.equal("SplitTokenNonceUsed");
    const late = await stack.as("tierThree").post("/v1/acceptance-signatures", {
      certificate,
      ...asked,
      deadline: await stack.instantIn(-5),
    });
    const expired = await verb("tierOne", certificate, "transfers", {
      ...bare,
      acceptance: late.body,
    });
    expect(expired.body["code"]).to.equal("MembersSignatureExpired");
  });

  it("pass to many in one transaction, or to nobody when one item is bad", async () => {
    const { certificate } = await issueTrade(stack);
    const to = stack.who.tierTwo.id;
    const pass = { to, valueMinor: "1000", tradeReference: id("order") };
    const good = await verb("tierOne", certificate, "transfer-batches", { passes: [pass, pass] });
    expect(good.status).to.equal(201);
    expect((good.body["items"] as Items).length).to.equal(2);
    const passes = [pass, { ...pass, to: stack.who.tierOne.id }];
    const bad = await verb("tierOne", certificate, "transfer-batches", { passes });
    expect(refusal(bad)).to.deep.equal([409, "SplitTokenBatchItem"]);
    expect(bad.body["args"]).to.deep.nested.include({
      index: "1",
      "reason.code": "SplitTokenToSelf",
    });
    const { body } = await stack.as("tierOne").get(`/v1/certificates/${certificate}`);
    expect(body["valueMinor"]).to.equal("998000");
  });

  it("pass to 200 in one transaction, with gas for as many on every engine", async () => {
    const { certificate } = await issueTrade(stack, { amountMinor: "100000000" });
    const pass = { to: stack.who.tierTwo.id, valueMinor: "1000", tradeReference: id("order") };
    const passes = Array.from({ length: 200 }, () => pass);
    const done = await verb("tierOne", certificate, "transfer-batches", { passes });
    expect([done.status, (done.body["items"] as Items).length]).to.deep.equal([201, 200]);
    const { rpc } = stack.chain;
    const hash = [done.body["transactionHash"]];
    const { gas } = (await rpc.send("eth_getTransactionByHash", hash)) as { gas: string };
    const receipt = (await rpc.send("eth_getTransactionReceipt", hash)) as { gasUsed: string };
    const onAvalanche = { config: { engine: "avalanche" } } as Pick<GatewayServices, "config">;
    expect(BigInt(gas)).to.equal(gasOfMany(onAvalanche, "passes", 200));
    // What a first certificate of a member costs more is less than the rest of its share.
    expect(Number(receipt.gasUsed) + 200 * 22_100).to.be.lessThan(Number(gas));
    const more = await verb("tierOne", certificate, "transfer-batches", {
      passes: [...passes, pass],
    });
    expect(refusal(more)).to.deep.equal([400, "invalid-request"]);
    expect(JSON.stringify(more.body)).to.include(
      "201 were asked for, and one transaction takes 200",
    );
  });

  it("refuse what the ledger refuses, and nothing has changed", async () => {
    const { certificate } = await issueTrade(stack);
    const dust = await verb("tierOne", certificate, "splits", { valueMinor: "1000000" });
    expect(dust.body["code"]).to.equal("SplitTokenWholeOnly");
    const tooMuch = await transfer("tierOne", certificate, "tierTwo", "1000001");
    expect(refusal(tooMuch)).to.deep.equal([409, "SplitTokenExceedsFree"]);
    const notMine = await transfer("tierTwo", certificate, "tierThree", "5");
    expect(refusal(notMine)).to.deep.equal([403, "SplitTokenNotOwner"]);
    const toDebtor = await verb("tierOne", certificate, "offers", {
      to: stack.who.obligor.id,
      valueMinor: "5",
      tradeReference: id("order"),
      expiresAt: await stack.instantIn(3_600),
    });
    expect(toDebtor.body["code"]).to.equal("SplitTokenToDebtor");
    const none = await verb("tierOne", "77", "splits", { valueMinor: "1" });
    expect(refusal(none)).to.deep.equal([404, "SplitTokenUnknown"]);
    const odd = await verb("tierOne", "18446744073709551615", "splits", { valueMinor: "1" });
    expect(refusal(odd)).to.deep.equal([400, "invalid-request"]);
    const { body } = await stack.as("tierOne").get(`/v1/certificates/${certificate}`);
    expect(body).to.deep.include({ valueMinor: "1000000", heldMinor: "0" });
  });

  it("are listed for their holder, and for their obligor whoever holds them", async () => {
    const { certificate, receivable } = await issueTrade(stack);
    await transfer("tierOne", certificate, "tierTwo", "1000000");
    const query = `receivable=${receivable}`;
    const live = await stack.as("tierTwo").get(`/v1/certificates?state=live&${query}`);
    expect((live.body["items"] as Items).map(({ tier }) => tier)).to.deep.equal([2]);
    const spent = await stack.as("tierOne").get(`/v1/certificates?state=spent&${query}`);
    expect(spent.body["items"]).to.have.nested.property("[0].state", "spent");
    const owed = await stack.as("obligor").get(`/v1/certificates?holder=any&obligor=me&${query}`);
    expect((owed.body["items"] as Items).length).to.equal(2);
    const nosy = await stack.as("tierThree").get(`/v1/certificates?holder=any&${query}`);
    expect(refusal(nosy)).to.deep.equal([403, "not-permitted"]);
    const page = await stack.as("auditor").get(`/v1/certificates?holder=any&limit=1&${query}`);
    const rest = `/v1/certificates?holder=any&limit=1&after=${page.body["next"]}&${query}`;
    const last = await stack.as("auditor").get(rest);
    expect(last.body["items"]).to.have.nested.property("[0].certificate", certificate);
    expect(last.body["next"]).to.equal(null);
  });

  it("show the whole tree to the obligor, and to a holder its own part with names it knows", async () => {
    const { certificate } = await issueTrade(stack);
    const second = await transfer("tierOne", certificate, "tierTwo", "400000");
    const { certificate: part } = second.body;
    const third = await transfer("tierTwo", part, "tierThree", "150000");
    const tree = async (member: CastName, of: unknown) =>
      (await stack.as(member).get(`/v1/certificates/${of}/tree`)).body["nodes"] as {
        certificate: string;
        holder: { name: string } | null;
      }[];
    const names = (nodes: Awaited<ReturnType<typeof tree>>) =>
      nodes.map(({ holder }) => holder?.name);
    const all = ["Lianyun Bearings", "Taihu Castings", "Weifang Tools"];
    expect(names(await tree("obligor", certificate))).to.deep.equal(all);
    expect(names(await tree("tierThree", third.body["certificate"]))).to.deep.equal(all);
    const first = await tree("tierOne", certificate);
    expect(names(first)).to.deep.equal(["Lianyun Bearings", "Taihu Castings", undefined]);
    const stranger = await stack.as("tierThree").get(`/v1/certificates/${part}/tree`);
    expect(refusal(stranger)).to.deep.equal([403, "not-permitted"]);
  });

  it("take a repeated request once", async () => {
    const { certificate } = await issueTrade(stack);
    const path = `/v1/certificates/${certificate}/splits`;
    const once = await stack.as("tierOne").post(path, { valueMinor: "10" }, "the-same-key");
    const again = await stack.as("tierOne").post(path, { valueMinor: "10" }, "the-same-key");
    expect(again.body).to.deep.equal(once.body);
    const other = await stack.as("tierOne").post(path, { valueMinor: "11" }, "the-same-key");
    expect(refusal(other)).to.deep.equal([422, "idempotency-key-reused"]);
  });

  it("do not move while their holder is suspended, and not after the due day", async () => {
    const { certificate } = await issueTrade(stack, {}, { creditor: "tierTwo" });
    const { contracts, who } = stack;
    const members = contracts.members.connect(who.operator.wallet);
    const free = { gasPrice: 0n, type: 0 };
    const suspend = async (bits: number) =>
      (await members.setSuspensions(who.tierTwo.id, bits, id("why"), id("ref"), free)).wait();
    await suspend(1 << 2);
    const suspended = await transfer("tierTwo", certificate, "tierThree", "5");
    expect(refusal(suspended)).to.deep.equal([403, "MembersSuspended"]);
    await suspend(0);
    await stack.pass(41 * 86_400);
    const until = await stack.instantIn(86_400);
    const path = `/v1/standing-acceptances/${who.tierTwo.id}`;
    await stack.write("tierThree", "PUT", path, { until, framework: id("framework") });
    const late = await transfer("tierTwo", certificate, "tierThree", "5");
    expect(refusal(late)).to.deep.equal([409, "SplitTokenClosed"]);
  });
});
