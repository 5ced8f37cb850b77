import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  canonicalInvoiceIdentity,
  generateTagKey,
  ledgerInterfaces,
  type TagShare,
  tagShareFile,
  unblindedTag,
} from "@tallystick/sdk";
import { expect } from "chai";
import { id, ZeroHash } from "ethers";
import type { Answer } from "../helpers/client.ts";
import { type LedgerGateway, ledgerGateway } from "../helpers/ledgerGateway.ts";
import { issueTrade, tradeTerms } from "../helpers/trade.ts";

const urls = [1, 2, 3, 4, 5].map((index) => `http://127.0.0.1:${index}`);
const keys = [1, 2].map((epoch) => generateTagKey({ epoch, threshold: 3, urls }));
const free = { gasPrice: 0n, type: 0 };
const eightDays = 8 * 86_400;

describe("Receivables with blind tags", function () {
  this.timeout(180_000);
  let stack: LedgerGateway;
  let folder: string;

  const seal = async (share: TagShare): Promise<string> => {
    const file = join(folder, `share-${share.epoch}-${share.index}.json`);
    await writeFile(file, await tagShareFile.seal(share, "for tests only", 1024));
    return file;
  };
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "tallystick-blind-"));
    const tagKeysFile = join(folder, "keys.json");
    await writeFile(tagKeysFile, JSON.stringify(keys.map(({ keySet }) => keySet)));
    const tagShareFiles = await Promise.all(keys.flatMap(({ shares }) => shares.map(seal)));
    const config = { tagKeysFile, tagShareFiles, tagSharesTogether: true };
    const tagKey = keys[0]?.keySet.groupPublicKey ?? "";
    stack = await ledgerGateway(config, { tagKey });
  });
  after(async () => {
    await stack.close();
    await rm(folder, { recursive: true });
  });

  const invoice = (number: string, more: object = {}) => [
    { number, faceMinor: "1000000", usedMinor: "1000000", ...more },
  ];
  const register = async (number: string, more?: object): Promise<Answer> =>
    stack
      .as("tierOne")
      .post("/v1/receivables", await tradeTerms(stack, { invoices: invoice(number, more) }));
  const confirm = async (receivable: unknown): Promise<Answer> => {
    const acceptBy = await stack.instantIn(86_400);
    return stack.as("obligor").post(`/v1/receivables/${receivable}/confirmation`, { acceptBy });
  };
  const openEpoch = async (publicKey: string) => {
    const { claims, authority } = stack.contracts;
    const operator = stack.who.operator.wallet;
    const data = ledgerInterfaces.claims.encodeFunctionData("openEpoch", [publicKey, ZeroHash]);
    const governed = authority.connect(operator);
    await (await governed.schedule(await claims.getAddress(), data, 0, free)).wait();
    await stack.pass(eightDays);
    await (await claims.connect(operator).openEpoch(publicKey, ZeroHash, free)).wait();
    await stack.pass(1);
  };

  it("show the ledger no tag that anybody could look up", async () => {
    const { receivable } = await issueTrade(stack, { invoices: invoice("SECRET 1") });
    const { body } = await stack.as("obligor").get(`/v1/receivables/${receivable}`);
    const sellerId = { scheme: "local", id: "tierOne" } as const;
    const guess = unblindedTag(canonicalInvoiceIdentity({ sellerId, number: "SECRET 1" }));
    expect(body).to.have.nested.property("invoices[0].number", "SECRET 1");
    expect(body).to.not.have.nested.property("invoices[0].tag", guess);
    const events = await stack.database.query("SELECT args FROM projected.event");
    expect(JSON.stringify(events)).to.not.contain(guess.slice(2));
  });

  it("refuse the same invoice however it is spelled", async () => {
    await issueTrade(stack, { invoices: invoice("2026-881") });
    const again = await register("２０２６ 881");
    const refused = await confirm(again.body["receivable"]);
    expect([refused.status, refused.body["code"]]).to.deep.equal([409, "ClaimsOverused"]);
  });

  it("warn both sides of invoices that look like each other, and tell neither whose it is", async () => {
    const issuedDate = await stack.dayIn(-7);
    await register("A-100", { issuedDate });
    const { tierTwo } = stack.who;
    const sellerId = { scheme: "local", id: "tierOne" };
    const terms = { invoices: invoice("A-1OO", { issuedDate, sellerId }) };
    const answer = await stack
      .as("tierTwo")
      .post("/v1/receivables", await tradeTerms(stack, { creditor: tierTwo.id, ...terms }));
    expect(answer.status, JSON.stringify(answer.body)).to.equal(201);
    type Case = { caseReference: string; kind: string; askedBy: unknown; peer: string | null };
    const casesOf = async (member: "tierOne" | "tierTwo") =>
      (await stack.as(member).get("/v1/tags/cases")).body["items"] as Case[];
    const [warned, asked] = [await casesOf("tierOne"), await casesOf("tierTwo")];
    const references = (cases: Case[]) => cases.map(({ caseReference }) => caseReference).sort();
    expect(asked).to.not.deep.equal([]);
    expect(references(warned)).to.include.members(references(asked));
    expect(
      asked.every(({ askedBy, peer }) => askedBy === null && peer === "this gateway"),
    ).to.equal(true);
  });

  it("count an invoice once when the key was replaced meanwhile", async () => {
    await issueTrade(stack, { invoices: invoice("OLD KEY 7") });
    const unconfirmed = await register("WAITING 1");
    await openEpoch(keys[1]?.keySet.groupPublicKey ?? "");
    const late = await confirm(unconfirmed.body["receivable"]);
    expect(late.body["code"]).to.equal("ClaimsWrongEpoch");
    const again = await register("old key 7");
    const refused = await confirm(again.body["receivable"]);
    expect([refused.status, refused.body["code"]]).to.deep.equal([409, "ClaimsOverused"]);
    const fresh = await register("NEW KEY 1");
    expect((await confirm(fresh.body["receivable"])).status).to.equal(200);
  });

  it("are refused in a sentence when the ledger has a key that isn't pinned here", async () => {
    await openEpoch(id("a key that nobody pinned"));
    const refused = await register("ANY 1");
    expect(refused.body["code"]).to.equal("tag-server-unknown");
    expect(refused.body["detail"]).to.contain("epoch 3");
  });
});
