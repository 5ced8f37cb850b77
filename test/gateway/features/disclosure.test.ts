import { expect } from "chai";
import { id } from "ethers";
import { type Answer, client } from "../helpers/client.ts";
import type { CastName } from "../helpers/ledgerCast.ts";
import { type LedgerGateway, ledgerGateway } from "../helpers/ledgerGateway.ts";
import { issueTrade } from "../helpers/trade.ts";

describe("Freezes and disclosure over HTTP", function () {
  this.timeout(120_000);
  let stack: LedgerGateway;
  let certificate: string;
  before(async () => {
    stack = await ledgerGateway();
    ({ certificate } = await issueTrade(stack));
  });
  after(() => stack.close());

  const refusal = ({ status, body }: Answer) => [status, body["code"]];
  const order = (member: CastName, verb: string, freeze = true, documentDigest = id("order")) =>
    stack
      .as(member)
      .post(`/v1/certificates/${certificate}/freeze-${verb}`, { freeze, documentDigest });
  const soon = () => new Date(Date.now() + 3_600_000).toISOString();

  it("need two legal accounts to freeze a certificate, and two to release it", async () => {
    const stranger = await order("tierOne", "proposals");
    expect(refusal(stranger)).to.deep.equal([403, "not-permitted"]);
    expect((await order("secondLegal", "confirmations")).body["code"]).to.equal(
      "CertificatesNoProposal",
    );
    const proposed = await order("legal", "proposals");
    expect(proposed.status).to.equal(201);
    expect(proposed.body).to.deep.include({ state: "proposed", freezes: true });
    expect(refusal(await order("legal", "confirmations"))).to.deep.equal([
      403,
      "CertificatesSameAccount",
    ]);
    const confirmed = await order("secondLegal", "confirmations");
    expect(confirmed.body["state"]).to.equal("confirmed");
    const split = await stack
      .as("tierOne")
      .post(`/v1/certificates/${certificate}/splits`, { valueMinor: "5" });
    expect(refusal(split)).to.deep.equal([409, "SplitTokenFrozen"]);
    const held = await stack.as("tierOne").get(`/v1/certificates/${certificate}`);
    expect(held.body["flags"]).to.deep.equal(["frozen"]);
    expect(held.body["encumbrances"]).to.have.nested.property("[0].documentDigest", id("order"));
    await order("legal", "proposals", false);
    await order("secondLegal", "confirmations", false);
    const listed = await stack.as("auditor").get("/v1/freezes?state=confirmed&limit=1");
    expect(listed.body["items"]).to.have.nested.property("[0].freezes", false);
    const rest = await stack.as("legal").get(`/v1/freezes?after=${listed.body["next"]}`);
    expect(rest.body["items"]).to.have.nested.property("[0].freezes", true);
  });

  it("let whoever has a holder's link check the certificate, and nobody without", async () => {
    const path = `/v1/certificates/${certificate}/share-links`;
    const shared = await stack.as("tierOne").post(path, { expiresAt: soon() });
    expect(shared.status).to.equal(201);
    const anyone = client(stack.url);
    const seen = await anyone.get(`/v1/shared/${shared.body["token"]}`);
    expect(seen.status).to.equal(200);
    expect(seen.body["obligor"]).to.deep.include({ name: "Huadong Steel" });
    expect(seen.body["sharedBy"]).to.deep.include({ name: "Lianyun Bearings" });
    expect(seen.body["receivableSummary"]).to.deep.include({ documentRoot: id("trade documents") });
    expect(seen.body["ledger"]).to.deep.include({ chainId: stack.chain.chainId });
    const wrong = await anyone.get(`/v1/shared/${"A".repeat(43)}`);
    expect(refusal(wrong)).to.deep.equal([404, "not-found"]);
    const notMine = await stack.as("tierTwo").post(path, { expiresAt: soon() });
    expect(refusal(notMine)).to.deep.equal([403, "not-permitted"]);
    const past = await stack.as("tierOne").post(path, { expiresAt: "2020-01-01T00:00:00Z" });
    expect(refusal(past)).to.deep.equal([422, "unprocessable"]);
  });

  it("end a link when it expires, and keep no token that could open one", async () => {
    const path = `/v1/certificates/${certificate}/share-links`;
    const expiresAt = new Date(Date.now() + 1_500).toISOString();
    const { body } = await stack.as("tierOne").post(path, { expiresAt });
    await new Promise((resolve) => setTimeout(resolve, 1_600));
    const late = await client(stack.url).get(`/v1/shared/${body["token"]}`);
    expect(refusal(late)).to.deep.equal([404, "not-found"]);
    const links = await stack.database.query("SELECT * FROM local.share_link");
    expect(JSON.stringify(links, (_, v) => (typeof v === "bigint" ? `${v}` : v))).not.to.contain(
      body["token"],
    );
  });

  it("open a certificate to a bank once its holder grants it, and to no other bank", async () => {
    const path = `/v1/certificates/${certificate}`;
    expect(refusal(await stack.as("bank").get(path))).to.deep.equal([403, "not-permitted"]);
    const asked = await stack.as("bank").post(`${path}/view-requests`, { note: "For a loan" });
    expect(asked.body).to.deep.include({ state: "open", holder: null });
    const inbox = await stack.as("tierOne").get("/v1/view-requests");
    expect(inbox.body["items"]).to.have.nested.property("[0].note", "For a loan");
    const grant = `/v1/view-requests/${asked.body["viewRequest"]}/grant`;
    expect(refusal(await stack.as("tierTwo").post(grant, {}))).to.deep.equal([
      403,
      "not-permitted",
    ]);
    const granted = await stack.as("tierOne").post(grant, {});
    expect(granted.body["state"]).to.equal("granted");
    expect((await stack.as("bank").get(path)).status).to.equal(200);
    expect((await stack.as("otherBank").get(path)).status).to.equal(403);
    const made = await stack.as("bank").get("/v1/view-requests?direction=made");
    expect(made.body["items"]).to.have.nested.property("[0].holder.name", "Lianyun Bearings");
    const nosy = await stack.as("tierTwo").post(`${path}/view-requests`, {});
    expect(refusal(nosy)).to.deep.equal([403, "not-permitted"]);
  });
});
