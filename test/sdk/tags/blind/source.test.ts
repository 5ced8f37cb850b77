import { setTimeout as pause } from "node:timers/promises";
import { expect } from "chai";
import { hexlify, randomBytes } from "ethers";
import {
  blindTagSource,
  canonicalInvoiceIdentity,
  evaluateBlinded,
  generateTagKey,
  httpShareServer,
  invoiceUses,
  receivableTerms,
  TagError,
  verifyReceivableTags,
} from "../../../../sdk/index.ts";
import { strayErrors } from "../../../helpers/strayErrors.ts";
import { type TagShareServers, tagShareServers } from "../../../helpers/tagShareServers.ts";
import { expectCode } from "../../expectCode.ts";

const seller = { scheme: "local", id: "acme" } as const;
const invoice = (number: string) => ({ sellerId: seller, number, face: 1_000_00n });

async function failureOf(asked: Promise<unknown>): Promise<TagError> {
  const error = await asked.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof TagError)) expect.fail(`no TagError but ${String(error)}`);
  expect(error.message).to.match(/^[A-Z].*\.$/);
  return error;
}

describe("a source of blind tags", () => {
  let five: TagShareServers;
  let expected: string;
  const faults: TagError[] = [];
  const source = (more = {}) =>
    blindTagSource({ keySet: five.keySet, onFault: (fault) => faults.push(fault), ...more });

  beforeEach(async () => {
    five = await tagShareServers(5, 3);
    expected = await blindTagSource({ keySet: five.keySet, atOnce: 3 }).tagOf("one");
    faults.length = 0;
  });
  afterEach(() => five.close());

  it("gives the same tag whoever answers, under the key set's epoch", async () => {
    expect(source().epoch).to.equal(1n);
    for (const { index } of five.keySet.shares.slice(0, 2)) {
      five.behave(index, () => ({ status: 503, body: {} }));
    }
    expect(await source().tagOf("one")).to.equal(expected);
    expect(await source().tagOf("two")).to.not.equal(expected);
  });

  it("never sends an identity, nor anything twice", async () => {
    const identity = canonicalInvoiceIdentity({ sellerId: seller, number: "2026-17" });
    const sent = five.received.length;
    await source({ atOnce: 3 }).tagOf(identity);
    await source({ atOnce: 3 }).tagOf(identity);
    const texts = five.received.slice(sent);
    expect(texts.length).to.equal(6);
    const elements = texts.map((text) => {
      const [path = "", body = ""] = text.split(" ");
      expect(path).to.equal("/v1/tags/evaluate");
      const {
        epoch,
        elements: [element, ...others],
        ...rest
      } = JSON.parse(body);
      expect([epoch, others, Object.keys(rest)]).to.deep.equal([1, [], ["index"]]);
      expect(element).to.match(/^0x[0-9a-f]{64}$/);
      return element;
    });
    expect(new Set(elements).size).to.equal(2);
    expect(texts.join()).to.not.contain("acme").and.not.contain("202617");
  });

  it("sends the identities of one turn together, each once, and remembers its tags", async () => {
    const sent = five.received.length;
    const one = source({ remember: 200, atOnce: 3 });
    const uses = await invoiceUses(["1", "2", "1"].map(invoice), one);
    expect(uses[0]?.tag).to.equal(uses[2]?.tag);
    expect(five.received.length - sent).to.equal(3);
    await one.tagsOf(Array.from({ length: 150 }, (_, place) => `thing ${place}`));
    expect(five.received.length - sent).to.equal(9);
    await invoiceUses([invoice("1")], one);
    expect(five.received.length - sent).to.equal(9);
  });

  it("takes a server that throws at once for one that is away, also when its time is over", async () => {
    const broken = {
      index: 1,
      evaluate(): never {
        throw new Error("It was never set up.");
      },
    };
    const stray = await strayErrors(async () => {
      const error = await failureOf(source({ servers: [broken], timeoutMs: 50 }).tagOf("one"));
      expect(error.faults.map(({ code }) => code)).to.deep.equal(["tag-server-offline"]);
      await pause(100);
    });
    expect(stray).to.deep.equal([]);
  });

  it("goes on with the honest servers and names the one that lies", async () => {
    five.behave(2, (share, elements) => ({
      body: { ...evaluateBlinded(share, elements), elements },
    }));
    for (const index of [1, 3]) five.behave(index, () => ({ status: 500, body: {} }));
    const error = await failureOf(source().tagOf("one"));
    expect(error.code).to.equal("tag-servers-too-few");
    expect(error.details).to.deep.equal({ needed: 3, valid: 2, asked: 5 });
    expect(error.faults.map(({ code }) => code)).to.have.members([
      "tag-proof-invalid",
      "tag-server-offline",
      "tag-server-offline",
    ]);
    expect(error.message).to.contain("Share server 2 lies");
    five.behave(1, (share, elements) => ({ body: evaluateBlinded(share, elements) }));
    faults.length = 0;
    expect(await source().tagOf("one")).to.equal(expected);
    expect(faults.map(({ code }) => code)).to.have.members([
      "tag-proof-invalid",
      "tag-server-offline",
    ]);
  });

  it("names a server that was replaced, one that holds no share, and one that talks nonsense", async () => {
    const stranger = generateTagKey({
      epoch: 1,
      threshold: 2,
      urls: ["http://a.test", "http://b.test"],
    });
    const [wrong] = stranger.shares;
    if (wrong === undefined) throw new Error("no share");
    five.behave(1, (_, elements) => ({ body: evaluateBlinded(wrong, elements) }));
    five.behave(2, () => ({ status: 404, body: { code: "not-found", detail: "No such route." } }));
    five.behave(3, () => ({ body: { elements: "none" } }));
    const error = await failureOf(source().tagOf("one"));
    expect(error.faults.map(({ details, code }) => `${details["server"]} ${code}`)).to.have.members(
      ["1 tag-server-unknown", "2 tag-server-unknown", "3 tag-answer-invalid"],
    );
    expect(error.message).to.contain("it was replaced");
  });

  it("waits for nobody longer than it is told to", async () => {
    for (const index of [1, 2, 3]) five.behave(index, () => undefined);
    const error = await failureOf(source({ timeoutMs: 200 }).tagOf("one"));
    expect(error.faults.map(({ code }) => code)).to.deep.equal(Array(3).fill("tag-server-offline"));
    expect(error.message).to.contain("did not answer in time");
    five.behave(1, (share, elements) => ({ body: evaluateBlinded(share, elements) }));
    expect(await source({ timeoutMs: 200 }).tagOf("one")).to.equal(expected);
  });

  it("asks again after a failure, and says what a server refused for", async () => {
    const one = source();
    const limited = { code: "too-many-requests", detail: "More than 600 evaluations in a minute." };
    for (const index of [1, 2, 3]) five.behave(index, () => ({ status: 429, body: limited }));
    const error = await failureOf(one.tagOf("one"));
    expect(error.faults[0]?.code).to.equal("tag-server-refused");
    expect(error.message).to.contain("More than 600 evaluations in a minute.");
    five.behave(2, (share, elements) => ({ body: evaluateBlinded(share, elements) }));
    expect(await one.tagOf("one")).to.equal(expected);
  });

  it("can spare servers: it asks as many as it takes, and the next when one fails", async () => {
    const total = () => [...five.asked.values()].reduce((sum, each) => sum + each, 0);
    const before = total();
    expect(await source({ atOnce: 3 }).tagOf("one")).to.equal(expected);
    expect(total() - before).to.equal(3);
    for (const index of [1, 2]) five.behave(index, () => ({ status: 500, body: {} }));
    expect(await source({ atOnce: 3 }).tagOf("one")).to.equal(expected);
  });

  it("signs in with the headers that it is given, at each address its own", async () => {
    const seen: string[] = [];
    const headers = async (url: string) => {
      seen.push(url);
      return { authorization: `Bearer for ${url}` };
    };
    await source({ headers }).tagOf("one");
    expect(seen).to.have.members(five.keySet.shares.map(({ url }) => url));
  });

  it("refuses a key set that isn't one, and two servers for one share", () => {
    expectCode(() => source({ keySet: { ...five.keySet, threshold: 2 } }), "tag-key-set-invalid");
    const [share] = five.keySet.shares;
    if (share === undefined) throw new Error("no share");
    const server = httpShareServer(share);
    expectCode(() => source({ servers: [server, server] }), "tag-key-set-invalid");
  });

  it("makes the tags of terms, and a tag that was never evaluated is refused", async () => {
    const one = source();
    const tagSources = { at: () => one };
    const terms = await receivableTerms({
      obligor: 1,
      creditor: 2,
      currency: "CNY",
      deliveryDay: "2026-01-05",
      contractDueDay: "2026-06-05",
      dueDay: "2026-06-05",
      documentRoot: hexlify(randomBytes(32)) as `0x${string}`,
      invoices: [invoice("17")],
      tagSources,
      epochs: { current: 1, earlier: [] },
    });
    expect(terms.epoch).to.equal(1);
    await verifyReceivableTags(terms, [invoice("１７")], tagSources);
    const [use] = terms.invoices;
    if (use === undefined) throw new Error("no invoice");
    const made = {
      ...terms,
      invoices: [{ ...use, tag: hexlify(randomBytes(32)) as `0x${string}` }],
    };
    const error = await verifyReceivableTags(made, [invoice("17")], tagSources).catch(
      (reason) => reason,
    );
    expect(error).to.include({ code: "terms-tag-differs" });
  });
});
