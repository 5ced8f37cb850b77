import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  blindIdentities,
  blindTagSource,
  evaluateBlinded,
  generateTagKey,
  httpShareServer,
  looseInvoiceIdentity,
  nearInvoiceIdentity,
  type ShareServer,
  TagError,
  tagShareFile,
  unblindedTag,
} from "@tallystick/sdk";
import { expect } from "chai";
import { readConfig } from "../../../gateway/config/readConfig.ts";
import { askPeers } from "../../../gateway/features/tag/askPeers.ts";
import { recordApproximateTags } from "../../../gateway/features/tag/recordApproximateTags.ts";
import { recordPeerMatches } from "../../../gateway/features/tag/recordPeerMatches.ts";
import { createMemberBudget } from "../../../gateway/http/createMemberBudget.ts";
import { createTagSources } from "../../../gateway/tags/createTagSources.ts";
import { openTagDesk } from "../../../gateway/tags/openTagDesk.ts";
import { client } from "../helpers/client.ts";
import { type CastName, ledgerCast } from "../helpers/ledgerCast.ts";
import { type LedgerGateway, ledgerGateway } from "../helpers/ledgerGateway.ts";

const passphrase = "for tests only";
const urls = [1, 2, 3, 4, 5].map((index) => `http://gateway-${index}.test`);
const { keySet, shares } = generateTagKey({ epoch: 1, threshold: 3, urls });
const [own = never(), ...others] = shares;

function never(): never {
  throw new Error("the ceremony made no shares");
}

/** Elements of so many identities, blinded anew. */
const elementsOf = (count: number) =>
  blindIdentities(Array.from({ length: count }, (_, place) => `thing ${place}`)).elements;

describe("Blind tags at a gateway", function () {
  this.timeout(120_000);
  let folder: string;
  let stack: LedgerGateway;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "tallystick-tags-"));
    const tagKeysFile = join(folder, "keys.json");
    const shareFile = join(folder, "share-1.json");
    await writeFile(tagKeysFile, JSON.stringify([keySet]));
    await writeFile(shareFile, await tagShareFile.seal(own, passphrase, 1024));
    stack = await ledgerGateway({ tagKeysFile, tagShareFiles: [shareFile], tagsPerMinute: 60 });
  });
  after(async () => {
    await stack.close();
    await rm(folder, { recursive: true, force: true });
  });

  async function tokenOf(member: CastName): Promise<string> {
    const body = { member: ledgerCast[member].name };
    const answer = await client(stack.url).post("/v1/sessions", body);
    return String(answer.body["token"]);
  }
  const problemOf = async (member: CastName, path: string, body: unknown) => {
    const { status, body: problem } = await stack.as(member).post(path, body);
    return [status, problem["code"]];
  };
  const evaluationsOf = async (member: CastName) => {
    const { body } = await stack.as(member).get("/v1/tags/evaluations");
    return body["items"] as { member: { name: string }; requests: number; elements: number }[];
  };

  describe("evaluation", () => {
    it("is of this gateway's share, and a client makes tags with it", async () => {
      const authorization = `Bearer ${await tokenOf("tierOne")}`;
      const here = { index: own.index, publicKey: own.publicKey, url: stack.url };
      const servers: ShareServer[] = [
        httpShareServer(here, { headers: async () => ({ authorization }) }),
        ...others.slice(0, 2).map((share) => ({
          index: share.index,
          evaluate: async ({ elements }: { readonly elements: readonly string[] }) =>
            evaluateBlinded(share, elements),
        })),
      ];
      const tag = await blindTagSource({ keySet, servers }).tagOf("one");
      const withoutIt = others.map((share) => ({
        index: share.index,
        evaluate: async ({ elements }: { readonly elements: readonly string[] }) =>
          evaluateBlinded(share, elements),
      }));
      expect(await blindTagSource({ keySet, servers: withoutIt }).tagOf("one")).to.equal(tag);
    });

    it("is counted by who asked and for how many, and nothing else is kept", async () => {
      const elements = elementsOf(3);
      await stack.as("tierTwo").post("/v1/tags/evaluate", { epoch: 1, elements });
      await stack.as("tierTwo").post("/v1/tags/evaluate", { epoch: 1, elements });
      const [mine, ...rest] = await evaluationsOf("tierTwo");
      expect([mine?.member.name, mine?.requests, mine?.elements]).to.deep.equal([
        ledgerCast.tierTwo.name,
        2,
        6,
      ]);
      expect(rest).to.deep.equal([]);
      const [row] = await stack.database.query<Record<string, unknown>>(
        "SELECT * FROM local.tag_evaluation LIMIT 1",
      );
      expect(Object.keys(row ?? {})).to.have.members([
        "evaluation_id",
        "member_id",
        "epoch",
        "elements",
        "evaluated_at",
      ]);
    });

    it("is seen as a whole by the auditor alone, beside each member's own", async () => {
      await stack.as("tierOne").post("/v1/tags/evaluate", { epoch: 1, elements: elementsOf(1) });
      const names = (await evaluationsOf("auditor")).map(({ member }) => member.name);
      expect(names).to.include.members([ledgerCast.tierOne.name, ledgerCast.tierTwo.name]);
      expect(await evaluationsOf("bank")).to.deep.equal([]);
    });

    it("is refused to strangers, for other epochs, and for what can't be evaluated", async () => {
      const path = "/v1/tags/evaluate";
      const elements = elementsOf(1);
      const nobody = await client(stack.url).post(path, { epoch: 1, elements });
      expect([nobody.status, nobody.body["code"]]).to.deep.equal([401, "not-signed-in"]);
      const before = await evaluationsOf("auditor");
      const wrong: readonly [unknown, number, string][] = [
        [{ epoch: 2, elements }, 422, "tag-server-unknown"],
        [{ epoch: 1, index: 2, elements }, 422, "tag-server-unknown"],
        [{ epoch: 1, index: 0, elements }, 400, "invalid-request"],
        [{ epoch: 0, elements }, 400, "invalid-request"],
        [{ epoch: 1, elements: [] }, 400, "invalid-request"],
        [{ epoch: 1, elements: Array(101).fill(elements[0]) }, 400, "invalid-request"],
        [{ epoch: 1, elements: ["0x1234"] }, 400, "invalid-request"],
        [{ epoch: 1, elements, identity: "INV-1" }, 400, "invalid-request"],
        [{ epoch: 1, elements: [`0x${"00".repeat(32)}`] }, 422, "tag-input-invalid"],
        [{ epoch: 1, elements: [...elements, `0x${"ff".repeat(32)}`] }, 422, "tag-input-invalid"],
      ];
      for (const [body, status, code] of wrong) {
        expect(
          await problemOf("obligor", path, body),
          JSON.stringify(body).slice(0, 80),
        ).to.deep.equal([status, code]);
      }
      expect(await evaluationsOf("auditor")).to.deep.equal(before);
    });

    it("is limited by member, whatever the others ask for", async () => {
      const ask = (member: CastName, count: number) =>
        stack.as(member).post("/v1/tags/evaluate", { epoch: 1, elements: elementsOf(count) });
      expect((await ask("registrar", 50)).status).to.equal(200);
      const refused = await ask("registrar", 50);
      expect([refused.status, refused.body["code"]]).to.deep.equal([429, "too-many-requests"]);
      expect(refused.body["retryAfterSeconds"]).to.be.within(1, 60);
      expect((await ask("legal", 1)).status).to.equal(200);
    });

    it("budgets refill evenly, and 0 is no limit", () => {
      let now = 0;
      const budget = createMemberBudget("elements and tags", 60, () => now);
      budget.take(1, 60);
      expect(() => budget.take(1, 1)).to.throw("ask again in 1 s");
      now += 10_000;
      budget.take(1, 10);
      expect(() => budget.take(1, 1)).to.throw("in a minute");
      now += 10_000_000;
      expect(() => budget.take(1, 61)).to.throw("in a minute");
      createMemberBudget("elements and tags", 0).take(1, 1_000_000);
    });
  });

  it("the pinned keys are shown to members, with the shares that are held here", async () => {
    const { body } = await stack.as("tierOne").get("/v1/tags/keys");
    expect(body).to.deep.equal({ keySets: [keySet], held: [{ epoch: 1, index: 1 }] });
    expect(JSON.stringify(body)).to.not.contain(own.secret.slice(2));
    expect((await client(stack.url).get("/v1/tags/keys")).status).to.equal(401);
  });

  describe("a loose or near match", () => {
    const invoice = {
      sellerId: { scheme: "local", id: "acme" },
      buyerId: { scheme: "local", id: "huadong" },
      amount: 500_000_00n,
      currency: "CNY",
      issued: "2026-03-17",
    } as const;
    const source = blindTagSource({
      keySet,
      servers: shares.map((share) => ({
        index: share.index,
        evaluate: async ({ elements }) => evaluateBlinded(share, elements),
      })),
    });
    const loose = () => source.tagOf(looseInvoiceIdentity(invoice));
    const near = () => source.tagOf(nearInvoiceIdentity(invoice));
    const ask = async (member: CastName, tags: readonly string[]) => {
      const { body } = await stack.as(member).post("/v1/tags/match", { epoch: 1, tags });
      return body["items"] as { match: boolean; kind: string; caseReference: string | null }[];
    };
    const casesOf = async (member: CastName) => {
      const { body } = await stack.as(member).get("/v1/tags/cases");
      return body["items"] as Record<string, unknown>[];
    };
    before(async () => {
      const owner = { memberId: stack.who.tierOne.id, receivable: 17 };
      await recordApproximateTags(stack.database, owner, [
        { epoch: 1, tag: await loose(), kind: "loose" },
        { epoch: 1, tag: await near(), kind: "near" },
      ]);
    });

    it("is answered with match or no match and a case, and nothing of the invoice or its owner", async () => {
      const stranger = await source.tagOf("another invoice");
      const [first, second, third] = await ask("financierA", [
        await loose(),
        stranger,
        await near(),
      ]);
      expect([first?.match, second?.match, third?.match]).to.deep.equal([true, false, true]);
      expect([first?.kind, second?.kind, third?.kind]).to.deep.equal(["loose", null, "near"]);
      expect(second?.caseReference).to.equal(null);
      expect(first?.caseReference).to.match(/^case-[0-9a-f]{20}$/);
      const text = JSON.stringify([first, second, third]);
      for (const name of [ledgerCast.tierOne.name, "acme", "17"]) {
        expect(text.replaceAll(/0x[0-9a-f]{64}|case-[0-9a-f]{20}/g, "")).to.not.contain(name);
      }
    });

    it("warns the member whose invoice it is, with whom to call", async () => {
      const [answered] = await ask("financierA", [await loose()]);
      const warned = (await casesOf("tierOne")).filter(
        (each) => each["caseReference"] === answered?.caseReference,
      );
      expect(warned.length).to.equal(1);
      expect(warned[0]?.["askedBy"]).to.include({ name: ledgerCast.financierA.name });
      expect(warned[0]?.["receivables"]).to.deep.equal([17]);
      expect(await casesOf("tierTwo")).to.deep.equal([]);
    });

    it("has a case for each who asks, and who asked is logged", async () => {
      const [byA] = await ask("financierA", [await loose()]);
      const [byB] = await ask("financierB", [await loose()]);
      expect(byA?.caseReference).to.not.equal(byB?.caseReference);
      const questions = await stack.database.query<Record<string, unknown>>(
        "SELECT asked_by, tags, matches FROM local.tag_question ORDER BY question_id DESC LIMIT 1",
      );
      expect(questions.map((row) => Object.values(row).map(Number))).to.deep.equal([
        [stack.who.financierB.id, 1, 1],
      ]);
    });

    it("is none with one's own invoices", async () => {
      const [answered] = await ask("tierOne", [await loose()]);
      expect(answered).to.include({ match: false, caseReference: null });
    });

    it("is refused to strangers, for epochs that are not pinned, and for what is no tag", async () => {
      const tags = [await loose()];
      const path = "/v1/tags/match";
      expect((await client(stack.url).post(path, { epoch: 1, tags })).status).to.equal(401);
      expect(await problemOf("bank", path, { epoch: 9, tags })).to.deep.equal([
        422,
        "tag-server-unknown",
      ]);
      expect(await problemOf("bank", path, { epoch: 1, tags: ["INV-1"] })).to.deep.equal([
        400,
        "invalid-request",
      ]);
    });

    it("is found at peers, and a silent peer is named, since silence is no clearance", async () => {
      const tags = [
        { epoch: 1, tag: await loose(), kind: "loose" },
        { epoch: 1, tag: await source.tagOf("unknown"), kind: "near" },
      ] as const;
      const asked = { name: "tags of a peer", scopes: ["write"] };
      const made = await stack.as("tierThree").post("/v1/api-keys", asked);
      const token = String(made.body["key"]);
      const peers = [
        { name: "First gateway", url: stack.url, token },
        { name: "Dead gateway", url: "http://127.0.0.1:1", token },
        { name: "Strict gateway", url: stack.url, token: "none" },
      ];
      const { matches, silent } = await askPeers(peers, tags);
      expect(matches.map(({ peer, kind, tag }) => [peer, kind, tag])).to.deep.equal([
        ["First gateway", "loose", tags[0].tag],
      ]);
      expect(silent.map(({ peer }) => peer)).to.deep.equal(["Dead gateway", "Strict gateway"]);
      expect(silent[1]?.reason).to.equal("It answered with HTTP 401.");
      await recordPeerMatches(stack.database, stack.who.tierThree.id, matches);
      await recordPeerMatches(stack.database, stack.who.tierThree.id, matches);
      const cases = await casesOf("tierThree");
      expect(cases.map((each) => [each["peer"], each["caseReference"]])).to.deep.equal([
        ["First gateway", matches[0]?.caseReference],
      ]);
      const theirs = await casesOf("tierOne");
      expect(theirs.map((each) => each["caseReference"])).to.include(matches[0]?.caseReference);
    });
  });

  describe("configuration", () => {
    const configured = (change: object) => ({
      ...readConfig({ KEYSTORE_PASSPHRASE: passphrase }),
      ...change,
    });
    const failure = async (change: object) => {
      const error = await openTagDesk(configured(change)).then(
        () => undefined,
        (reason: unknown) => reason,
      );
      if (!(error instanceof Error)) expect.fail("it was accepted");
      expect(error.message).to.not.contain(own.secret.slice(2));
      return error.message;
    };
    const file = async (name: string, text: string) => {
      const path = join(folder, name);
      await writeFile(path, text);
      return path;
    };

    it("can do without tags, and takes what fits together", async () => {
      expect(await openTagDesk(configured({}))).to.deep.equal({
        keySets: [],
        shares: [],
        peers: [],
      });
      const peers = [{ name: "Second", url: "http://127.0.0.1:2", token: "secret" }];
      const desk = await openTagDesk(
        configured({
          tagKeysFile: await file("good-keys.json", JSON.stringify([keySet])),
          tagShareFiles: [await file("good.json", await tagShareFile.seal(own, passphrase, 1024))],
          tagPeersFile: await file("peers.json", JSON.stringify(peers)),
        }),
      );
      expect(desk).to.deep.equal({ keySets: [keySet], shares: [own], peers });
    });

    it("is refused in a sentence when a file is missing, of another form, or under another passphrase", async () => {
      expect(await failure({ tagKeysFile: "/nowhere.json" })).to.contain("/nowhere.json");
      const keys = await file("keys-bad.json", JSON.stringify([{ ...keySet, threshold: 2 }]));
      expect(await failure({ tagKeysFile: keys })).to.contain("keys-bad.json");
      const sealed = await file("sealed.json", await tagShareFile.seal(own, "another one", 1024));
      expect(await failure({ tagShareFiles: [sealed] })).to.contain("does not open share 1");
      const noShare = await file("none.json", "{}");
      expect(await failure({ tagShareFiles: [noShare] })).to.contain("does not hold a share");
      const peers = await file("peers-bad.json", '[{"name":"one"}]');
      expect(await failure({ tagPeersFile: peers })).to.contain("peers-bad.json");
    });

    it("is refused when a share is not of a pinned key, or there are two of one epoch", async () => {
      const tagKeysFile = await file("keys.json", JSON.stringify([keySet]));
      const good = await file("good.json", await tagShareFile.seal(own, passphrase, 1024));
      expect(await failure({ tagShareFiles: [good] })).to.contain("not in the pinned key sets");
      const [second = never()] = others;
      const more = await file("more.json", await tagShareFile.seal(second, passphrase, 1024));
      const tagShareFiles = [good, more];
      expect(await failure({ tagKeysFile, tagShareFiles })).to.contain("two shares");
      const desk = await openTagDesk(
        configured({ tagKeysFile, tagShareFiles, tagSharesTogether: true }),
      );
      expect(desk.shares).to.deep.equal([own, second]);
    });

    it("gives a source of tags for each epoch: shares at hand, other gateways, or unblinded ones", async () => {
      const faults: unknown[] = [];
      const logger = { warn: (fault: unknown) => faults.push(fault) };
      const moved = {
        ...keySet,
        shares: keySet.shares.map((share) => ({ ...share, url: stack.url })),
      };
      const token = await tokenOf("regulator");
      const peers = [{ name: "First", url: stack.url, token }];
      const sources = createTagSources(
        { keySets: [moved], shares: shares.slice(1, 3), peers },
        logger,
      );
      expect(sources.at(1).epoch).to.equal(1n);
      const expected = await blindTagSource({
        keySet,
        servers: shares.map((share) => ({
          index: share.index,
          evaluate: async ({ elements }) => evaluateBlinded(share, elements),
        })),
      }).tagOf("one");
      expect(await sources.at(1).tagOf("one")).to.equal(expected);
      expect(JSON.stringify(faults)).to.contain("tag-server-unknown").and.not.contain(token);
      expect(await sources.at(0).tagOf("one")).to.equal(unblindedTag("one"));
      expect(() => sources.at(9)).to.throw("no tag key of epoch 9");
      const none = createTagSources({ keySets: [], shares: [], peers: [] }, logger);
      expect(none.at(0).epoch).to.equal(0n);
    });

    it("an altered share file is no share", async () => {
      const text = await tagShareFile.seal(own, passphrase, 1024);
      const altered = JSON.stringify({ ...JSON.parse(text), publicKey: others[0]?.publicKey });
      const error = await tagShareFile.open(altered, passphrase).catch((reason) => reason);
      expect(error).to.be.instanceOf(TagError);
      expect(text).to.not.contain(own.secret.slice(2));
    });
  });
});
