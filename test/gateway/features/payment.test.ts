import { expect } from "chai";
import { id, ZeroHash } from "ethers";
import { type LedgerGateway, ledgerGateway } from "../helpers/ledgerGateway.ts";
import { agreedEarlyPayment, attest, outcome } from "../helpers/payments.ts";
import { issueTrade } from "../helpers/trade.ts";

describe("Payment instructions over HTTP", function () {
  this.timeout(120_000);
  let stack: LedgerGateway;
  before(async () => {
    stack = await ledgerGateway();
  });
  after(() => stack.close());

  const issued = async () => {
    const { certificate } = await issueTrade(stack);
    const { body } = await agreedEarlyPayment(stack, certificate);
    return { certificate, instruction: String(body["instruction"]) };
  };

  it("tell the bank whom to pay, and nobody else's account to the parties", async () => {
    const { instruction, certificate } = await issued();
    const path = `/v1/payment-instructions/${instruction}`;
    const { body } = await stack.as("bank").get(path);
    expect(body).to.deep.include({
      state: "issued",
      kind: "early-payment",
      amountMinor: "990000",
      certificate,
    });
    expect(body["payeeAccount"]).to.deep.include({ bank: "TESTCNBJ", number: "tierOne" });
    expect(body["legs"]).to.deep.equal([
      { kind: "principal", faceMinor: "990000", paidMinor: "990000" },
      { kind: "discount", faceMinor: "10000", paidMinor: "0" },
    ]);
    const own = await stack.as("tierOne").get(path);
    expect(own.body["payeeAccount"]).to.deep.include({ number: "tierOne" });
    expect(own.body["payerAccount"]).to.deep.include({ number: null });
  });

  it("are seen by payer, payee, their bank and overseers, and by no other bank", async () => {
    const { instruction } = await issued();
    const path = `/v1/payment-instructions/${instruction}`;
    for (const member of ["obligor", "tierOne", "bank", "auditor"] as const) {
      expect((await stack.as(member).get(path)).status, member).to.equal(200);
    }
    for (const member of ["otherBank", "tierTwo", "otherObligor"] as const) {
      expect((await stack.as(member).get(path)).status, member).to.equal(403);
    }
    const list = await stack.as("otherBank").get("/v1/payment-instructions?role=bank");
    expect(list.body["items"]).to.deep.equal([]);
    const all = await stack.as("auditor").get("/v1/payment-instructions?limit=1");
    expect(all.body["items"]).to.have.length(1);
    const before = `/v1/payment-instructions?limit=1&after=${all.body["next"]}`;
    const [next] = (await stack.as("auditor").get(before)).body["items"] as Record<
      string,
      string
    >[];
    expect(Number(next?.["instruction"])).to.be.lessThan(Number(instruction));
  });

  it("are accepted by their bank for a day from today on", async () => {
    const { instruction } = await issued();
    const path = `/v1/payment-instructions/${instruction}/acceptance`;
    const past = await stack.as("bank").post(path, { valueDate: await stack.dayIn(-1) });
    expect(past.body["code"]).to.equal("SettlementValueDayPast");
    const today = { valueDate: await stack.dayIn(0) };
    expect((await stack.as("otherBank").post(path, today)).body["code"]).to.equal(
      "SettlementNotBank",
    );
    expect((await stack.as("tierOne").post(path, today)).status).to.equal(403);
    const accepted = await stack.as("bank").post(path, today);
    expect(accepted.body).to.deep.include({ state: "accepted", ...today });
    const queue = await stack.as("bank").get("/v1/payment-instructions?role=bank&state=accepted");
    expect(queue.body).to.have.deep.nested.property("items[0].instruction", instruction);
  });

  it("are attested by their own bank alone, and once", async () => {
    const { instruction } = await issued();
    const foreign = await attest(stack, instruction, {}, "otherBank");
    expect(foreign.status).to.equal(403);
    expect(foreign.body["code"]).to.equal("not-permitted");
    const words = await outcome(stack);
    const path = `/v1/payment-instructions/${instruction}/attestation`;
    expect((await stack.as("bank").post(path, words)).body["state"]).to.equal("paid");
    const again = await stack.as("bank").post(path, words);
    expect(again.status).to.equal(409);
    expect(again.body["code"]).to.equal("SettlementReferenceUsed");
    const missing = await attest(stack, "777777");
    expect(missing.status).to.equal(404);
  });

  it("take an item of another bank's batch as refused, and do the rest", async () => {
    const { instruction } = await issued();
    const items = [{ instruction, ...(await outcome(stack)) }];
    const { body } = await stack.as("otherBank").post("/v1/attestations/batch", { items });
    expect(body).to.have.deep.nested.property("items[0].problem.code", "not-permitted");
    const { body: now } = await stack.as("bank").get(`/v1/payment-instructions/${instruction}`);
    expect(now["state"]).to.equal("issued");
  });

  it("are contested by the payee", async () => {
    const { instruction } = await issued();
    const path = `/v1/payment-instructions/${instruction}/contest`;
    const body = { documentDigest: id("nothing came") };
    expect((await stack.as("tierOne").post(path, body)).body["code"]).to.equal(
      "SettlementWrongState",
    );
    await attest(stack, instruction);
    expect((await stack.as("tierTwo").post(path, body)).body["code"]).to.equal(
      "SettlementNotParty",
    );
    const contested = await stack.as("tierOne").post(path, body);
    expect(contested.body["contestedBy"]).to.deep.equal([stack.who.tierOne.id]);
  });

  it("end after their expiry, and give the value back", async () => {
    const { instruction, certificate } = await issued();
    const path = `/v1/payment-instructions/${instruction}/expiry`;
    const early = await stack.as("tierOne").post(path, {});
    expect(early.body["code"]).to.equal("SettlementNotExpired");
    await stack.pass(2 * 86_400);
    expect((await stack.as("tierOne").post(path, {})).body["state"]).to.equal("expired");
    const { body } = await stack.as("tierOne").get(`/v1/certificates/${certificate}`);
    expect(body["freeMinor"]).to.equal("1000000");
  });

  it("end by payer and payee together when the bank says nothing", async () => {
    const { instruction } = await issued();
    const valueDate = await stack.dayIn(0);
    const path = `/v1/payment-instructions/${instruction}`;
    await stack.as("bank").post(`${path}/acceptance`, { valueDate });
    await stack.pass(6 * 86_400);
    const first = await stack.as("obligor").post(`${path}/ending`, {});
    expect(first.body).to.deep.include({ state: "accepted" });
    expect(first.body["endProposedBy"]).to.deep.equal([stack.who.obligor.id]);
    expect((await stack.as("tierOne").post(`${path}/ending`, {})).body["state"]).to.equal("ended");
  });

  it("leave money that names none unmatched, until bank and payer match it", async () => {
    const { instruction, certificate } = await issued();
    const { body: terms } = await stack.as("bank").get(`/v1/payment-instructions/${instruction}`);
    const payerAccount = (terms["payerAccount"] as { digest: string }).digest;
    const attested = await stack.as("bank").post("/v1/attestations", {
      ...(await outcome(stack)),
      amountMinor: "990000",
      currency: "CNY",
      payerAccount,
      payeeAccount: ZeroHash,
    });
    expect(attested.status).to.equal(201);
    const { unmatched } = attested.body;
    const mine = await stack.as("obligor").get("/v1/unmatched-payments?matched=false");
    expect(mine.body).to.have.deep.nested.property("items[0].unmatched", unmatched);
    const foreign = await stack.as("otherBank").get("/v1/unmatched-payments");
    expect(foreign.body["items"]).to.deep.equal([]);
    const path = `/v1/unmatched-payments/${unmatched}/matches`;
    const stranger = await stack.as("tierTwo").post(path, { instruction });
    expect(stranger.body["code"]).to.equal("SettlementNotParty");
    const first = await stack.as("bank").post(path, { instruction });
    expect(first.body).to.deep.include({ matched: false });
    const second = await stack.as("obligor").post(path, { instruction });
    expect(second.body).to.deep.include({ matched: true, matchedInstruction: instruction });
    const { body } = await stack.as("tierOne").get(`/v1/certificates/${certificate}`);
    expect(body["state"]).to.equal("spent");
  });

  it("are not taken on by a suspended bank, whose word on what was paid still counts", async () => {
    const { instruction } = await issued();
    const path = `/v1/members/${stack.who.bank.id}/suspensions`;
    const suspend = (suspensions: string[]) =>
      stack.write("operator", "PUT", path, { suspensions, reasonDigest: id("licence") });
    expect((await suspend(["licence"])).status).to.equal(200);
    const accept = `/v1/payment-instructions/${instruction}/acceptance`;
    const refused = await stack.as("bank").post(accept, { valueDate: await stack.dayIn(0) });
    expect(refused.status).to.equal(403);
    expect(refused.body["code"]).to.equal("MembersSuspended");
    expect((await attest(stack, instruction)).body["state"]).to.equal("paid");
    expect((await suspend([])).status).to.equal(200);
  });

  it("refuse a field that nobody declared, also in an item of a batch", async () => {
    const { instruction } = await issued();
    expect((await attest(stack, instruction, { payee: 7 })).status).to.equal(400);
    const items = [{ instruction, ...(await outcome(stack)), amount: "1" }];
    const batch = await stack.as("bank").post("/v1/attestations/batch", { items });
    expect(batch.status).to.equal(400);
    const many = Array.from({ length: 101 }, () => items[0]);
    expect(
      (await stack.as("bank").post("/v1/attestations/batch", { items: many })).status,
    ).to.equal(400);
  });

  it("refuse what is no outcome, no date and no digest, naming each field", async () => {
    const { instruction } = await issued();
    const words = {
      outcome: "maybe",
      bankReference: "",
      valueDate: "2026-02-31",
      receiptDigest: "0x",
    };
    const refused = await attest(stack, instruction, words);
    expect(refused.status).to.equal(400);
    const issues = refused.body["issues"] as { path: string[] }[];
    expect(new Set(issues.map(({ path }) => path.join(".")))).to.deep.equal(
      new Set(["body.outcome", "body.bankReference", "body.valueDate", "body.receiptDigest"]),
    );
    const { body } = await stack.as("bank").get(`/v1/payment-instructions/${instruction}`);
    expect(body["state"]).to.equal("issued");
  });
});
