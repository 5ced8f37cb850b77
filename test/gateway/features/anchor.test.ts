import { type AnchorDocument, buildAnchor, type MerkleTree } from "@tallystick/sdk";
import { expect } from "chai";
import { id, ZeroHash } from "ethers";
import type { Answer } from "../helpers/client.ts";
import type { CastName } from "../helpers/ledgerCast.ts";
import { type LedgerGateway, ledgerGateway } from "../helpers/ledgerGateway.ts";

describe("Anchors over HTTP", function () {
  this.timeout(120_000);
  let stack: LedgerGateway;
  before(async () => {
    stack = await ledgerGateway();
  });
  after(() => stack.close());

  let made = 0;
  const anchor = async (changes: Record<string, unknown> = {}, member: CastName = "tierOne") => {
    made += 1;
    const body = { root: id(`root ${made}`), kind: "transport-document", ...changes };
    return stack.as(member).post("/v1/anchors", body);
  };
  const pathOf = ({ body }: Answer) => `/v1/anchors/${body["root"]}`;
  const refusal = ({ status, body }: Answer) => [status, body["code"]];
  const rootsOf = ({ body }: Answer) =>
    (body["items"] as Record<string, unknown>[]).map((item) => item["root"]);

  async function treeOf(count: number): Promise<{ tree: MerkleTree; kept: AnchorDocument[] }> {
    const kept: AnchorDocument[] = [];
    const documents = Array.from({ length: count }, (_, n) => ({ digest: id(`waybill ${n}`) }));
    const tree = await buildAnchor(documents, { keep: (_, salted) => void kept.push(salted) });
    return { tree, kept };
  }

  it("state that a member has documents, for whoever is told the root", async () => {
    const done = await anchor({ subject: id("lot 7"), count: 1_000_000 });
    expect(done.status).to.equal(201);
    expect(done.body).to.deep.include({
      kind: "transport-document",
      subject: id("lot 7"),
      count: 1_000_000,
      state: "current",
      supersededBy: null,
      endedAt: null,
    });
    expect(done.body["member"]).to.have.property("memberId", Number(stack.who.tierOne.id));
    expect(done.body["transactionHash"]).to.match(/^0x[0-9a-f]{64}$/);
    const read = await stack.as("financierA").get(pathOf(done));
    expect(read.status).to.equal(200);
    expect(read.body["root"]).to.equal(done.body["root"]);
    expect(refusal(await stack.as("tierOne").get(`/v1/anchors/${id("nothing")}`))).to.deep.equal([
      404,
      "not-found",
    ]);
  });

  it("are one digest with count 1 and no subject unless something else is said", async () => {
    const done = await anchor({ kind: "contract" });
    expect(done.body).to.deep.include({ kind: "contract", count: 1, subject: ZeroHash });
  });

  it("are taken once", async () => {
    const done = await anchor();
    const again = await anchor({ root: done.body["root"] }, "tierTwo");
    expect(refusal(again)).to.deep.equal([409, "DocumentAnchorsAnchoredBefore"]);
    expect(again.body["detail"]).to.contain("was anchored before, by");
    const read = await stack.as("tierTwo").get(pathOf(done));
    expect(read.body["member"]).to.have.property("memberId", Number(stack.who.tierOne.id));
  });

  it("are superseded by their member, with the same kind and subject", async () => {
    const first = await anchor({ kind: "count", subject: id("lot 8"), count: 2 });
    const successor = id("new root");
    const stolen = await stack
      .as("tierTwo")
      .post(`${pathOf(first)}/supersession`, { successor, count: 3 });
    expect(refusal(stolen)).to.deep.equal([403, "DocumentAnchorsNotAnchoredBy"]);
    const next = await stack
      .as("tierOne")
      .post(`${pathOf(first)}/supersession`, { successor, count: 3 });
    expect(next.status).to.equal(201);
    expect(next.body).to.deep.include({
      root: successor,
      kind: "count",
      subject: id("lot 8"),
      count: 3,
      state: "current",
      supersedes: first.body["root"],
    });
    const before = await stack.as("tierOne").get(pathOf(first));
    expect(before.body).to.deep.include({ state: "superseded", supersededBy: successor, count: 2 });
    const late = await stack
      .as("tierOne")
      .post(`${pathOf(first)}/supersession`, { successor: id("third") });
    expect(refusal(late)).to.deep.equal([409, "DocumentAnchorsNotCurrent"]);
  });

  it("are withdrawn by their member, and stay known", async () => {
    const done = await anchor();
    const path = `${pathOf(done)}/withdrawal`;
    const other = await stack.as("auditor").post(path, {});
    expect(refusal(other)).to.deep.equal([403, "DocumentAnchorsNotAnchoredBy"]);
    expect((await stack.as("tierOne").get(pathOf(done))).body["state"]).to.equal("current");
    const gone = await stack.as("tierOne").post(path, { reasonDigest: id("the wrong lot") });
    expect(gone.body).to.deep.include({ state: "withdrawn", reasonDigest: id("the wrong lot") });
    expect(gone.body["endedAt"]).to.be.a("string");
    const unknown = await stack.as("tierOne").post(`/v1/anchors/${id("nothing")}/withdrawal`, {});
    expect(refusal(unknown)).to.deep.equal([404, "DocumentAnchorsUnknownRoot"]);
  });

  it("are listed newest first: one's own, and everybody's for who oversees", async () => {
    const [one, two] = [await anchor({}, "bank"), await anchor({ kind: "invoice" }, "bank")];
    const own = await stack.as("bank").get("/v1/anchors");
    expect(rootsOf(own)).to.deep.equal([two.body["root"], one.body["root"]]);
    const page = await stack.as("bank").get("/v1/anchors?limit=1");
    const rest = await stack.as("bank").get(`/v1/anchors?limit=1&after=${page.body["next"]}`);
    expect(rootsOf(page)).to.deep.equal([two.body["root"]]);
    expect(rootsOf(rest)).to.deep.equal([one.body["root"]]);
    expect(rest.body["next"]).to.equal(null);
    const invoices = await stack.as("bank").get("/v1/anchors?kind=invoice&state=current");
    expect(rootsOf(invoices)).to.deep.equal([two.body["root"]]);
    expect(rootsOf(await stack.as("financierA").get("/v1/anchors"))).to.deep.equal([]);
    expect(rootsOf(await stack.as("auditor").get("/v1/anchors"))).to.include.members([
      one.body["root"],
      two.body["root"],
    ]);
  });

  it("prove each of their documents, and no other one", async () => {
    const { tree, kept } = await treeOf(5);
    const done = await anchor({ root: tree.rootHex(), count: tree.count });
    const verify = (body: unknown) =>
      stack.as("financierA").post(`${pathOf(done)}/verification`, body);
    for (const [place, document] of kept.entries()) {
      const shown = await verify({ ...document, proof: tree.proofFor(place) });
      expect(shown.status).to.equal(200);
      expect(shown.body).to.deep.include({ included: true, state: "current" });
    }
    const wrong = await verify({ ...kept[0], proof: tree.proofFor(1) });
    expect(wrong.body).to.deep.include({ included: false });
    const other = await treeOf(5);
    const foreign = await verify({ ...other.kept[0], proof: other.tree.proofFor(0) });
    expect(foreign.body).to.deep.include({ included: false });
    await stack.as("tierOne").post(`${pathOf(done)}/withdrawal`, {});
    const late = await verify({ ...kept[0], proof: tree.proofFor(0) });
    expect(late.body).to.deep.include({ included: true, state: "withdrawn" });
  });

  it("refuse what is no digest, no kind, no count, or a proof beyond any tree", async () => {
    expect(refusal(await anchor({ root: "0x12" }))).to.deep.equal([400, "invalid-request"]);
    for (const changes of [
      { kind: "none" },
      { kind: "poem" },
      { count: 0 },
      { count: 1.5 },
      { more: 1 },
    ])
      expect((await anchor(changes)).status).to.equal(400);
    expect(refusal(await anchor({ root: ZeroHash }))).to.deep.equal([
      409,
      "DocumentAnchorsZeroRoot",
    ]);
    const done = await anchor();
    const proof = Array(41).fill(id("hash"));
    const long = await stack
      .as("tierOne")
      .post(`${pathOf(done)}/verification`, { digest: id("1"), salt: id("2"), proof });
    expect(long.status).to.equal(400);
  });

  it("are refused for a member that is suspended", async () => {
    const path = `/v1/members/${stack.who.tierThree.id}/suspensions`;
    const suspended = await stack.write("operator", "PUT", path, {
      suspensions: ["sanctions"],
      reasonDigest: id("order"),
    });
    expect(suspended.status).to.equal(200);
    expect(refusal(await anchor({}, "tierThree"))).to.deep.equal([403, "MembersSuspended"]);
  });
});
