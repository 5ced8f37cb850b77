import { expect } from "chai";
import { id } from "ethers";
import type { Answer } from "../helpers/client.ts";
import type { CastName } from "../helpers/ledgerCast.ts";
import { type LedgerGateway, ledgerGateway } from "../helpers/ledgerGateway.ts";
import { issueTrade } from "../helpers/trade.ts";

describe("Offers over HTTP", function () {
  this.timeout(120_000);
  let stack: LedgerGateway;
  let certificate: string;
  before(async () => {
    stack = await ledgerGateway();
    ({ certificate } = await issueTrade(stack));
  });
  after(() => stack.close());

  const offer = async (changes: Record<string, unknown> = {}) =>
    stack.as("tierOne").post(`/v1/certificates/${certificate}/offers`, {
      to: stack.who.tierTwo.id,
      valueMinor: "100000",
      expiresAt: await stack.instantIn(3_600),
      tradeReference: id("order"),
      ...changes,
    });
  const end = (member: CastName, made: Answer, how: string) =>
    stack.as(member).post(`/v1/offers/${made.body["offer"]}/${how}`, {});
  const refusal = ({ status, body }: Answer) => [status, body["code"]];
  const held = async () =>
    (await stack.as("tierOne").get(`/v1/certificates/${certificate}`)).body["heldMinor"];

  it("hold the value, and it passes when the recipient accepts", async () => {
    const made = await offer();
    expect(made.status).to.equal(201);
    expect(made.body).to.deep.include({ state: "open", tier: 2, child: null, isExpired: false });
    expect(await held()).to.equal("100000");
    const looked = await stack.as("tierTwo").get(`/v1/certificates/${certificate}`);
    expect(looked.body["encumbrances"]).to.have.nested.property("[0].kind", "offer");
    const accepted = await end("tierTwo", made, "acceptance");
    expect(accepted.status).to.equal(201);
    expect(accepted.body).to.deep.include({ valueMinor: "100000", tier: 2, parent: certificate });
    const done = await stack.as("tierOne").get(`/v1/offers/${made.body["offer"]}`);
    const { certificate: child } = accepted.body;
    expect(done.body).to.deep.include({ state: "accepted", child });
    expect(await held()).to.equal("0");
  });

  it("are declined by the recipient or taken back by the holder, and the value is free", async () => {
    expect((await end("tierTwo", await offer(), "declination")).body["state"]).to.equal("declined");
    expect((await end("tierOne", await offer(), "cancellation")).body["state"]).to.equal(
      "cancelled",
    );
    expect(await held()).to.equal("0");
  });

  it("are nobody else's business", async () => {
    const made = await offer();
    expect(refusal(await end("tierThree", made, "acceptance"))).to.deep.equal([
      403,
      "SplitTokenOfferParty",
    ]);
    const read = await stack.as("tierThree").get(`/v1/offers/${made.body["offer"]}`);
    expect(refusal(read)).to.deep.equal([403, "not-permitted"]);
    const early = await end("tierThree", made, "expiry");
    expect(refusal(early)).to.deep.equal([409, "SplitTokenNotExpired"]);
    await end("tierOne", made, "cancellation");
    const late = await end("tierTwo", made, "acceptance");
    expect(refusal(late)).to.deep.equal([409, "SplitTokenOfferNotOpen"]);
  });

  it("hold no more than is free, never twice", async () => {
    const made = await offer({ valueMinor: "900000" });
    const more = await offer({ valueMinor: "1" });
    expect(refusal(more)).to.deep.equal([409, "SplitTokenExceedsFree"]);
    await end("tierOne", made, "cancellation");
    const past = await offer({ expiresAt: await stack.instantIn(-60) });
    expect(refusal(past)).to.deep.equal([409, "SplitTokenExpiryInPast"]);
    const self = await offer({ to: stack.who.tierOne.id });
    expect(refusal(self)).to.deep.equal([409, "SplitTokenToSelf"]);
    expect((await offer({ expiresAt: "tomorrow" })).status).to.equal(400);
  });

  it("are listed in and out, open or ended", async () => {
    const made = await offer();
    const inbox = await stack.as("tierTwo").get("/v1/offers?direction=in&state=open");
    const items = inbox.body["items"] as Record<string, unknown>[];
    expect(items.map((item) => item["offer"])).to.deep.equal([made.body["offer"]]);
    const out = await stack.as("tierOne").get("/v1/offers?direction=out&state=ended&limit=2");
    expect((out.body["items"] as unknown[]).length).to.equal(2);
    await end("tierOne", made, "cancellation");
  });

  it("expire: nobody can take them, anyone ends them", async () => {
    const made = await offer();
    await stack.pass(3_700);
    const late = await end("tierTwo", made, "acceptance");
    expect(refusal(late)).to.deep.equal([409, "SplitTokenExpired"]);
    const inbox = await stack.as("tierTwo").get("/v1/offers?state=open");
    expect(inbox.body["items"]).to.have.nested.property("[0].isExpired", true);
    expect((await end("auditor", made, "expiry")).body["state"]).to.equal("expired");
    expect(await held()).to.equal("0");
  });

  it("need no asking where the recipient accepts in advance, as both can read", async () => {
    const until = await stack.instantIn(86_400);
    const body = { until, framework: id("framework") };
    const path = `/v1/standing-acceptances/${stack.who.tierOne.id}`;
    const set = await stack.write("tierTwo", "PUT", path, body);
    expect(set.body).to.deep.include({ isInForce: true, framework: id("framework") });
    const given = await stack.as("tierTwo").get("/v1/standing-acceptances?direction=given");
    const received = await stack.as("tierOne").get("/v1/standing-acceptances?direction=received");
    expect(given.body["items"]).to.deep.equal(received.body["items"]);
    const ended = { ...body, until: await stack.instantIn(-10) };
    const gone = await stack.write("tierTwo", "PUT", path, ended);
    expect(gone.body["isInForce"]).to.equal(false);
  });
});
