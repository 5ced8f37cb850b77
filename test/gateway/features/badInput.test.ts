import { expect } from "chai";
import { id } from "ethers";
import type { Answer } from "../helpers/client.ts";
import type { CastName } from "../helpers/ledgerCast.ts";
import { type LedgerGateway, ledgerGateway } from "../helpers/ledgerGateway.ts";
import { projectedTables } from "../helpers/projectedTables.ts";
import { issueTrade, tradeTerms } from "../helpers/trade.ts";

describe("What must not be, over HTTP", function () {
  this.timeout(120_000);
  let stack: LedgerGateway;
  let certificate: string;
  before(async () => {
    stack = await ledgerGateway();
    ({ certificate } = await issueTrade(stack));
  });
  after(() => stack.close());

  /** Rows that only a write changes; the checkpoint moves with every block. */
  const rows = async () => {
    const { checkpoint: _, ...tables } = await projectedTables(stack.database);
    return tables;
  };

  /** Asks for what must be refused; the refusal is a problem of RFC 9457 and changed nothing. */
  const refused = async (ask: () => Promise<Answer>): Promise<[number, unknown]> => {
    const before = await rows();
    const answer = await ask();
    expect(answer.headers.get("content-type")).to.contain("application/problem+json");
    expect(answer.body).to.include.keys("type", "title", "status", "detail", "code");
    expect(await rows()).to.deep.equal(before);
    return [answer.status, answer.body["code"]];
  };
  const pass = (from: CastName, to: number, valueMinor: unknown) =>
    stack.as(from).post(`/v1/certificates/${certificate}/transfers`, {
      to,
      valueMinor,
      tradeReference: id("x"),
    });

  it("amounts of nothing, below nothing, with a part of a minor unit and beyond the ledger's", async () => {
    for (const amount of ["0", "-5", "1.5", "1e3", "", 7, (2n ** 72n).toString()]) {
      expect(
        await refused(() => pass("tierOne", stack.who.tierTwo.id, amount)),
        String(amount),
      ).to.deep.equal([400, "invalid-request"]);
    }
  });

  it("a pass to oneself, to nobody, without acceptance, and of what is another's", async () => {
    const { tierOne, tierTwo, tierThree } = stack.who;
    const cases: readonly [CastName, number, [number, string]][] = [
      ["tierOne", tierOne.id, [409, "SplitTokenToSelf"]],
      ["tierOne", 4_000_000, [409, "SplitTokenNotAccepted"]],
      ["tierOne", tierTwo.id, [409, "SplitTokenNotAccepted"]],
      ["obligor", tierThree.id, [403, "MembersMissingRole"]],
    ];
    for (const [from, to, answer] of cases)
      expect(await refused(() => pass(from, to, "5")), `${from} to ${to}`).to.deep.equal(answer);
  });

  it("a pass of what an open offer holds", async () => {
    const offer = { tradeReference: id("o"), expiresAt: await stack.instantIn(3_600) };
    const all = { ...offer, to: stack.who.tierTwo.id, valueMinor: "1000000" };
    const path = `/v1/certificates/${certificate}/offers`;
    const held = await stack.as("tierOne").post(path, all);
    expect(held.status).to.equal(201);
    expect(
      await refused(() => stack.as("tierOne").post(path, { ...all, valueMinor: "1" })),
    ).to.deep.equal([409, "SplitTokenExceedsFree"]);
    const { offer: number } = held.body;
    await stack.as("tierTwo").post(`/v1/offers/${number}/decline`, {});
  });

  it("an invoice in another currency or with another face than it is known by", async () => {
    const number = "INV-KNOWN";
    const invoice = { number, faceMinor: "2000000", usedMinor: "1000000" };
    await issueTrade(stack, { invoices: [invoice] });
    const twin = async (changes: Readonly<Record<string, unknown>>) => {
      const terms = await tradeTerms(stack, { invoices: [invoice], ...changes });
      const registered = await stack.as("tierOne").post("/v1/receivables", terms);
      expect(registered.status, JSON.stringify(registered.body)).to.equal(201);
      const path = `/v1/receivables/${registered.body["receivable"]}/confirmation`;
      const acceptBy = await stack.instantIn(3_600);
      return refused(() => stack.as("obligor").post(path, { acceptBy }));
    };
    const face = { invoices: [{ ...invoice, faceMinor: "3000000" }] };
    expect(await twin(face)).to.deep.equal([409, "ClaimsOtherFace"]);
    const spelled = {
      amountMinor: "1500000",
      invoices: [{ number: "inv known", faceMinor: "2000000", usedMinor: "1500000" }],
    };
    expect(await twin(spelled)).to.deep.equal([409, "ClaimsOverused"]);
    for (const path of [`/v1/members/${stack.who.obligor.id}/ceilings/USD`, "/v1/limits/USD"]) {
      const member = path.includes("ceilings") ? "operator" : "obligor";
      const body = member === "operator" ? { ceilingMinor: "9000000" } : { limitMinor: "9000000" };
      expect((await stack.write(member, "PUT", path, body)).status).to.equal(200);
    }
    expect(await twin({ currency: "USD" })).to.deep.equal([409, "ClaimsOtherUnit"]);
  });

  it("a signature that its signer's member made before it revoked an account", async () => {
    const added = await stack.as("tierThree").post("/v1/accounts", {});
    const accounts = added.body["accounts"] as { account: string }[];
    const second = accounts.at(-1)?.account ?? "";
    await stack.pass(48 * 3_600);
    const asked = { valueMinor: "1000", tradeReference: id("signed") };
    const deadline = await stack.instantIn(3_600);
    const signed = await stack
      .as("tierThree")
      .post("/v1/acceptance-signatures", { certificate, ...asked, deadline });
    expect(signed.status).to.equal(200);
    const revoked = await stack.write("tierThree", "DELETE", `/v1/accounts/${second}`, {});
    expect(revoked.status, JSON.stringify(revoked.body)).to.equal(200);
    const body = { ...asked, to: stack.who.tierThree.id, acceptance: signed.body };
    expect(
      await refused(() =>
        stack.as("tierOne").post(`/v1/certificates/${certificate}/transfers`, body),
      ),
    ).to.deep.equal([409, "MembersWrongEpoch"]);
  });
});
