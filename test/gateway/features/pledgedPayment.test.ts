import { expect } from "chai";
import type { CastName } from "../helpers/ledgerCast.ts";
import { type LedgerGateway, ledgerGateway } from "../helpers/ledgerGateway.ts";
import { attest } from "../helpers/payments.ts";
import { pledges } from "../helpers/pledges.ts";
import { projectedTables } from "../helpers/projectedTables.ts";
import { rebuiltTables } from "../helpers/rebuiltTables.ts";

describe("Early payments of pledged value over HTTP", function () {
  this.timeout(120_000);
  let stack: LedgerGateway;
  let pledged: ReturnType<typeof pledges>;
  before(async () => {
    stack = await ledgerGateway();
    pledged = pledges(stack);
  });
  after(() => stack.close());

  let nonce = 0;
  const termsOf = async (changes: object = {}) => {
    nonce += 1;
    return {
      faceMinor: "300000",
      paidMinor: "290000",
      bank: stack.who.bank.id,
      expiresAt: await stack.instantIn(86_400),
      obligorNonce: String(nonce),
      holderNonce: String(nonce),
      securedPartyNonce: String(nonce),
      ...changes,
    };
  };
  const sign = async (as: CastName, lien: string, terms: object) =>
    pledged.post(as, lien, "early-payment-signatures", {
      ...terms,
      deadline: await stack.instantIn(3_600),
    });
  const signed = async (lien: string, terms: object) => ({
    ...terms,
    obligor: (await sign("obligor", lien, terms)).body,
    holder: (await sign("tierOne", lien, terms)).body,
    securedParty: (await sign("financierA", lien, terms)).body,
  });
  const stateOf = async (lien: string) =>
    (await stack.as("financierA").get(`/v1/liens/${lien}`)).body;

  const expectRebuilt = async () => {
    const { checkpoint: _, ...rebuilt } = await rebuiltTables(stack);
    const { checkpoint: __, ...projected } = await projectedTables(stack.database);
    expect(projected).to.deep.equal(rebuilt);
  };

  it("pay the secured party, and end so much of certificate and lien", async () => {
    const { lien, token } = await pledged.active();
    const sent = await pledged.post(
      "obligor",
      lien,
      "early-payments",
      await signed(lien, await termsOf()),
    );
    expect(sent.status, JSON.stringify(sent.body)).to.equal(201);
    expect(sent.body).to.deep.include({ lien, faceMinor: "300000", state: "agreed" });
    expect(sent.body["securedParty"]).to.deep.include({ memberId: stack.who.financierA.id });
    expect(await stateOf(lien)).to.deep.include({ state: "active", amount: "400000" });
    const instruction = String(sent.body["instruction"]);
    const bank = stack.as("bank");
    const path = `/v1/payment-instructions/${instruction}/acceptance`;
    expect((await bank.post(path, { valueDate: await stack.dayIn(0) })).status).to.equal(200);
    expect(await stateOf(lien)).to.deep.include({ state: "selling" });
    const release = await pledged.post("financierA", lien, "releases", { amount: "1" });
    expect([release.status, release.body["code"]]).to.deep.equal([409, "LiensWrongState"]);
    await attest(stack, instruction);
    const after = await stateOf(lien);
    expect(after).to.deep.include({ state: "active", amount: "100000" });
    expect((after["changes"] as object[])[0]).to.deep.include({
      kind: "early-payment",
      amount: "300000",
      run: null,
    });
    const certificate = await stack.as("tierOne").get(`/v1/certificates/${token}`);
    expect(certificate.body).to.deep.include({ valueMinor: "700000", heldMinor: "100000" });
    const list = await stack.as("financierA").get("/v1/early-payments");
    expect(list.body["items"]).to.have.length(1);
    await expectRebuilt();
  });

  it("leave the lien as it was when the payment is returned", async () => {
    const { lien } = await pledged.active();
    const sent = await pledged.post(
      "tierOne",
      lien,
      "early-payments",
      await signed(lien, await termsOf()),
    );
    const instruction = String(sent.body["instruction"]);
    const path = `/v1/payment-instructions/${instruction}/acceptance`;
    await stack.as("bank").post(path, { valueDate: await stack.dayIn(0) });
    await attest(stack, instruction, { outcome: "returned" });
    expect(await stateOf(lien)).to.deep.include({ state: "active", amount: "400000" });
    await expectRebuilt();
  });

  it("are signed by the three alone, above no lien, and with the terms that are sent", async () => {
    const { lien } = await pledged.active();
    const terms = await termsOf();
    const stranger = await sign("tierTwo", lien, terms);
    expect([stranger.status, stranger.body["code"]]).to.deep.equal([403, "not-permitted"]);
    const whole = await signed(lien, terms);
    const other = { ...whole, paidMinor: "290001" };
    const changed = await pledged.post("obligor", lien, "early-payments", other);
    expect([changed.status, changed.body["code"]]).to.deep.equal([403, "MembersSignatureInvalid"]);
    const more = await signed(lien, await termsOf({ faceMinor: "400001" }));
    const above = await pledged.post("obligor", lien, "early-payments", more);
    expect([above.status, above.body["code"]]).to.deep.equal([409, "EarlyPaymentsAboveLien"]);
  });
});
