import { expect } from "chai";
import { id, Wallet } from "ethers";
import type { Answer } from "../helpers/client.ts";
import { type LedgerGateway, ledgerGateway } from "../helpers/ledgerGateway.ts";
import { signIn } from "../helpers/signIn.ts";

const hours = 3_600;

describe("Members over HTTP", function () {
  this.timeout(120_000);
  let stack: LedgerGateway;
  before(async () => {
    stack = await ledgerGateway();
  });
  after(() => stack.close());

  const refusal = ({ status, body }: Answer) => [status, body["code"]];
  const admission = (name: string, changes: object = {}) => ({
    name,
    nameZh: "新成员",
    party: { scheme: "local", id: name },
    roles: ["supplier"],
    size: "small",
    settlementAccount: { bank: "TESTCNBJ", number: "6222 0001" },
    ...changes,
  });
  const admit = (name: string, changes: object = {}) =>
    stack.as("operator").post("/v1/members", admission(name, changes));

  it("are admitted by an operator, with a key that the gateway makes and holds", async () => {
    const answer = await admit("Newcomer", { guardian: stack.who.regulator.id });
    expect(answer.status).to.equal(201);
    expect(answer.body).to.deep.include({
      name: "Newcomer",
      nameZh: "新成员",
      roles: ["supplier"],
    });
    expect(answer.body["accounts"]).to.have.nested.property("[0].keyHeldHere", true);
    const member = await signIn(stack.url, "Newcomer");
    const until = await stack.instantIn(24 * hours);
    const set = await member.send("PUT", `/v1/standing-acceptances/${stack.who.tierOne.id}`, {
      key: "its-first-act",
      body: { until, framework: id("framework") },
    });
    expect(set.status).to.equal(200);
    const own = await member.get(`/v1/members/${answer.body["memberId"]}`);
    expect(own.body["settlementAccount"]).to.deep.include({ number: "6222 0001", pending: null });
  });

  it("are not admitted twice, nor by anyone else, nor without what their role needs", async () => {
    const again = await admit("Newcomer");
    expect(refusal(again)).to.deep.equal([409, "conflict"]);
    const asked = admission("Somebody");
    const stranger = await stack.as("obligor").post("/v1/members", asked);
    expect(refusal(stranger)).to.deep.equal([403, "not-permitted"]);
    const unlicensed = await admit("Unlicensed", { roles: ["financier"] });
    expect(refusal(unlicensed)).to.deep.equal([409, "MembersLicenceMissing"]);
    const identity = await admit("Odd", { party: { scheme: "uscc", id: "911101085513850820" } });
    expect(refusal(identity)).to.deep.equal([422, "identity-uscc-invalid"]);
    const taken = await admit("Taken", { account: stack.who.tierOne.wallet.address });
    expect(refusal(taken)).to.deep.equal([409, "MembersAccountTaken"]);
    const [orphans] = await stack.database.query<{ n: bigint }>(
      "SELECT count(*) AS n FROM local.keystore WHERE member_id = 0",
    );
    expect(orphans?.n).to.equal(0n);
  });

  it("take a repeated admission once", async () => {
    const asked = admission("Once Only");
    const first = await stack.as("operator").post("/v1/members", asked, "admit-once");
    const second = await stack.as("operator").post("/v1/members", asked, "admit-once");
    expect(second.body).to.deep.equal(first.body);
    const found = await stack.as("auditor").get("/v1/members?q=once only");
    expect(found.body["items"]).to.have.length(1);
  });

  it("are listed by role and name, and read by themselves and who governs", async () => {
    const banks = await stack.as("tierOne").get("/v1/members?role=settlement-bank&limit=1");
    expect(banks.body["items"]).to.have.nested.property("[0].name", "Yangtze Settlement Bank");
    expect(banks.body["next"]).to.be.a("string");
    const path = `/v1/members/${stack.who.tierOne.id}`;
    expect((await stack.as("operator").get(path)).status).to.equal(200);
    expect(refusal(await stack.as("tierTwo").get(path))).to.deep.equal([403, "not-permitted"]);
    const hidden = await stack.as("operator").get(path);
    expect(hidden.body["settlementAccount"]).to.deep.include({ number: null });
  });

  it("get roles, size and suspensions from an operator", async () => {
    const path = `/v1/members/${stack.who.tierThree.id}`;
    const put = (what: string, body: object) =>
      stack.write("operator", "PUT", `${path}/${what}`, body);
    const roles = await put("roles", { roles: ["supplier", "obligor"] });
    expect(roles.body["roles"]).to.deep.equal(["obligor", "supplier"]);
    expect((await put("size", { size: "small" })).body["size"]).to.equal("small");
    const reason = { reasonDigest: id("letter") };
    const suspended = await put("suspensions", { suspensions: ["regulatory"], ...reason });
    expect(suspended.body["suspensions"]).to.deep.equal(["regulatory"]);
    const own = await put("suspensions", { suspensions: ["overdue"], ...reason });
    expect(refusal(own)).to.deep.equal([409, "MembersSuspensionNotOperators"]);
    expect(
      (await put("suspensions", { suspensions: [], ...reason })).body["suspensions"],
    ).to.deep.equal([]);
    const none = await stack.write("operator", "PUT", "/v1/members/9999/size", { size: "small" });
    expect(refusal(none)).to.deep.equal([404, "MembersUnknownMember"]);
  });

  it("add an account that acts after 48 hours, and end the old one", async () => {
    const added = await stack.as("otherBank").post("/v1/accounts", {});
    expect(added.status).to.equal(201);
    const accounts = added.body["accounts"] as { account: string; active: boolean }[];
    const old = stack.who.otherBank.wallet.address;
    const account = accounts.find((each) => each.account !== old)?.account ?? "";
    expect(accounts.map(({ active }) => active)).to.deep.equal([true, false]);
    const early = await stack.write("otherBank", "PUT", "/v1/primary-account", {
      account: old,
      actingAccount: account,
    });
    expect(refusal(early)).to.deep.equal([403, "MembersAccountNotActive"]);
    await stack.pass(49 * hours);
    const primary = await stack.write("otherBank", "PUT", "/v1/primary-account", { account });
    expect(primary.body["primaryAccount"]).to.equal(account);
    const bank = await signIn(stack.url, "Pearl Settlement Bank");
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    const revoked = await bank.send("DELETE", `/v1/accounts/${old}`, {
      key: "revoke-old",
      body: {},
    });
    expect(revoked.body).to.deep.include({ epoch: 2 });
    const foreign = await bank.send("PUT", "/v1/guardian", {
      key: "foreign-account",
      body: { guardian: 0, actingAccount: stack.who.obligor.wallet.address },
    });
    expect(refusal(foreign)).to.deep.equal([403, "signer-missing"]);
  });

  it("change their bank account and guardian in two steps", async () => {
    const account = { bank: "TESTCNBJ", number: "6222 7777" };
    const proposed = await stack.write("tierTwo", "PUT", "/v1/settlement-account", account);
    const { pending, digest } = proposed.body["settlementAccount"] as {
      pending: { digest: string };
      digest: string;
    };
    expect(pending.digest).not.to.equal(digest);
    const early = await stack.as("tierTwo").post("/v1/settlement-account/confirmation", {});
    expect(early.status).to.be.oneOf([403, 409]);
    const guardian = { guardian: stack.who.regulator.id };
    await stack.write("tierTwo", "PUT", "/v1/guardian", guardian);
    await stack.pass(49 * hours);
    const confirmed = await stack.as("tierTwo").post("/v1/settlement-account/confirmation", {});
    expect(confirmed.body["settlementAccount"]).to.deep.include({
      digest: pending.digest,
      number: "6222 7777",
      pending: null,
    });
    const watched = await stack.as("tierTwo").post("/v1/guardian/confirmation", guardian);
    expect(watched.body["guardian"]).to.deep.include({ name: "Finance Bureau" });
  });

  it("are recovered by operator and guardian after 72 hours", async () => {
    const { tierTwo } = stack.who;
    const path = `/v1/members/${tierTwo.id}/recovery`;
    const body = { account: Wallet.createRandom().address, documentDigest: id("lost keys") };
    const stranger = await stack.as("tierOne").post(path, body);
    expect(refusal(stranger)).to.deep.equal([403, "MembersRecoveryParty"]);
    expect((await stack.as("operator").post(path, body)).status).to.equal(200);
    const both = await stack.as("regulator").post(path, body);
    expect(both.body["suspensions"]).to.deep.equal(["recovery"]);
    const running = await stack.as("operator").get("/v1/recoveries");
    expect(running.body["items"]).to.have.nested.property("[0].member.memberId", tierTwo.id);
    const nobodys = await stack.as("tierOne").get("/v1/recoveries");
    expect(nobodys.body["items"]).to.deep.equal([]);
    const early = await stack.as("auditor").post(`${path}/execution`, {});
    expect(refusal(early)).to.deep.equal([409, "MembersTooEarly"]);
    await stack.pass(73 * hours);
    const done = await stack.as("auditor").post(`${path}/execution`, {});
    expect(done.body).to.deep.include({ primaryAccount: body.account, recovery: null, epoch: 2 });
    const after = await stack.write("operator", "DELETE", path);
    expect(refusal(after)).to.deep.equal([409, "MembersNothingProposed"]);
  });

  it("introduce themselves to visitors of a demonstration", async () => {
    const demonstration = { sentence: "Makes bolts.", sentenceZh: "生产螺栓。" };
    await admit("Bolt Works", { demonstration });
    const listed = await stack.as("auditor").get("/v1/demo/members");
    expect(listed.body["items"]).to.have.nested.property("[0].sentence", "Makes bolts.");
  });
});
