import { ristretto255_oprf } from "@noble/curves/ed25519.js";
import { expect } from "chai";
import { hexlify, randomBytes, toUtf8Bytes } from "ethers";
import fc from "fast-check";
import {
  acceptRefresh,
  blindIdentities,
  blindTag,
  combineEvaluations,
  contributeToRefresh,
  type DealtTagShare,
  evaluateBlinded,
  generateTagKey,
  joinTagCeremony,
  type NextTagServers,
  parseTagKeySet,
  parseTagShare,
  type TagKeySet,
  type TagShare,
} from "../../../../sdk/index.ts";
import { type Hex, ristretto } from "../../../../sdk/tags/blind/ristretto.ts";
import { subsetsOf } from "../../../helpers/subsetsOf.ts";
import { wholeTagKey } from "../../../helpers/wholeTagKey.ts";
import { expectCode } from "../../expectCode.ts";

const urlsOf = (count: number) =>
  Array.from({ length: count }, (_, place) => `http://server-${place + 1}.test`);
const identities = ['["invoice","local:A","1",""]', '["invoice","local:A","2",""]'];

function tagsBy(keySet: TagKeySet, shares: readonly TagShare[]): readonly Hex[] {
  const blinded = blindIdentities(identities);
  const answers = shares.map((share) => evaluateBlinded(share, blinded.elements));
  return combineEvaluations(keySet, blinded, answers);
}

function underWholeKey(shares: readonly TagShare[], epoch: number): readonly Hex[] {
  const key = wholeTagKey(shares);
  const { voprf } = ristretto255_oprf as typeof ristretto255_oprf & {
    voprf: { evaluate(key: Uint8Array, input: Uint8Array): Uint8Array };
  };
  return identities.map((identity) => blindTag(epoch, voprf.evaluate(key, toUtf8Bytes(identity))));
}

const nextServers = (count: number, threshold: number): NextTagServers => ({
  threshold,
  servers: urlsOf(count).map((url, place) => ({ index: place + 1, url })),
});

function refresh(keySet: TagKeySet, holders: readonly TagShare[], next: NextTagServers) {
  const contributions = holders.map((share) => contributeToRefresh(share, next));
  const results = next.servers.map(({ index }) =>
    acceptRefresh({ keySet, next, index, contributions }),
  );
  const [first] = results;
  if (first === undefined) throw new Error("nobody refreshed");
  for (const { keySet: made } of results) expect(made).to.deep.equal(first.keySet);
  return { keySet: first.keySet, shares: results.map(({ share }) => share) };
}

describe("a key shared three of five", () => {
  const { keySet, shares } = generateTagKey({ epoch: 4, threshold: 3, urls: urlsOf(5) });

  it("gives the same tags by all ten choices of three servers, those of the whole key", () => {
    const expected = underWholeKey(shares.slice(0, 3), 4);
    const choices = subsetsOf(shares, 3);
    expect(choices.length).to.equal(10);
    for (const chosen of choices) expect(tagsBy(keySet, chosen)).to.deep.equal(expected);
    const backwards = [...shares].reverse().slice(0, 3);
    expect(tagsBy(keySet, backwards)).to.deep.equal(expected);
    expect(new Set(expected).size).to.equal(2);
  });

  it("gives none by two servers, nor by one of them twice", () => {
    const [first, second] = shares;
    if (first === undefined || second === undefined) throw new Error("no shares");
    expectCode(() => tagsBy(keySet, [first, second]), "tag-servers-too-few");
    expectCode(() => tagsBy(keySet, [first, second, second]), "tag-servers-too-few");
  });

  it("is of another key than the next ceremony's, and names its epoch", () => {
    const other = generateTagKey({ epoch: 4, threshold: 3, urls: urlsOf(5) });
    expect(tagsBy(other.keySet, other.shares)).to.not.deep.equal(tagsBy(keySet, shares));
    const named = parseTagKeySet({ ...keySet, epoch: 5 });
    const moved = shares.map((share) => ({ ...share, epoch: 5 }));
    expect(tagsBy(named, moved)).to.deep.equal(underWholeKey(shares.slice(0, 3), 5));
    expect(tagsBy(named, moved)).to.not.deep.equal(tagsBy(keySet, shares));
  });

  it("holds for any number of servers and threshold", () => {
    const sizes = fc.integer({ min: 2, max: 6 }).chain((servers) =>
      fc.record({
        servers: fc.constant(servers),
        threshold: fc.integer({ min: 2, max: servers }),
        order: fc.shuffledSubarray(
          Array.from({ length: servers }, (_, place) => place),
          { minLength: servers },
        ),
      }),
    );
    fc.assert(
      fc.property(sizes, ({ servers, threshold, order }) => {
        const made = generateTagKey({ epoch: 1, threshold, urls: urlsOf(servers) });
        const chosen = order.flatMap((place) => made.shares[place] ?? []);
        expect(tagsBy(made.keySet, chosen)).to.deep.equal(
          underWholeKey(made.shares.slice(0, threshold), 1),
        );
      }),
      { numRuns: 12 },
    );
  });
});

describe("a key set", () => {
  const { keySet } = generateTagKey({ epoch: 1, threshold: 3, urls: urlsOf(5) });
  const stranger = generateTagKey({ epoch: 1, threshold: 3, urls: urlsOf(5) }).keySet;
  const replaced = (index: number, publicKey: string) =>
    keySet.shares.map((share) => (share.index === index ? { ...share, publicKey } : share));

  it("is taken as it was written", () => {
    expect(parseTagKeySet(JSON.parse(JSON.stringify(keySet)))).to.deep.equal(keySet);
  });

  it("is refused when its share keys are not all of the group's key", () => {
    for (const [place, { index }] of keySet.shares.entries()) {
      const shares = replaced(index, stranger.shares[place]?.publicKey ?? "");
      expectCode(() => parseTagKeySet({ ...keySet, shares }), "tag-key-set-invalid");
    }
    const { groupPublicKey } = stranger;
    expectCode(() => parseTagKeySet({ ...keySet, groupPublicKey }), "tag-key-set-invalid");
    expectCode(() => parseTagKeySet({ ...keySet, threshold: 2 }), "tag-key-set-invalid");
  });

  it("is refused with a threshold, an index, an element or an address that can't be", () => {
    const [first] = keySet.shares;
    const wrong: readonly unknown[] = [
      undefined,
      "text",
      { ...keySet, suite: "P256-SHA256" },
      { ...keySet, epoch: 0 },
      { ...keySet, threshold: 1 },
      { ...keySet, threshold: 6 },
      { ...keySet, shares: [...keySet.shares, first] },
      { ...keySet, shares: replaced(1, `0x${"00".repeat(32)}`) },
      { ...keySet, shares: replaced(1, `0x${"ff".repeat(32)}`) },
      { ...keySet, shares: keySet.shares.map((share) => ({ ...share, url: "ftp://a.test" })) },
      { ...keySet, secret: "0x" },
    ];
    for (const value of wrong) expectCode(() => parseTagKeySet(value), "tag-key-set-invalid");
  });
});

describe("a share", () => {
  const { shares } = generateTagKey({ epoch: 1, threshold: 2, urls: urlsOf(2) });
  const [first, second] = shares;

  it("is refused when secret and public key do not belong together, and never repeated", () => {
    const mixed = { ...first, secret: second?.secret };
    expectCode(() => parseTagShare(mixed), "tag-share-invalid");
    for (const secret of ["0x", `0x${"00".repeat(32)}`, `0x${"ff".repeat(32)}`, 7]) {
      expectCode(() => parseTagShare({ ...first, secret }), "tag-share-invalid");
    }
    try {
      parseTagShare(mixed);
    } catch (error) {
      expect(String(error)).to.not.contain(second?.secret.slice(2) ?? "?");
    }
  });
});

describe("the ceremony that makes a key", () => {
  const urls = urlsOf(3);
  const join = () =>
    urls.map((_, place) => joinTagCeremony({ epoch: 1, index: place + 1, threshold: 2, urls }));

  it("names the server that deals a share other than it announced", () => {
    const servers = join();
    const announcements = servers.map(({ announcement }) => announcement);
    const dealt = servers.flatMap((server) => server.deal(announcements));
    const lie = (each: DealtTagShare) =>
      each.from === 2 && each.to === 1 ? { ...each, secret: ristretto.scalarHex(5n) } : each;
    try {
      servers[0]?.finish(dealt.map(lie));
      expect.fail("the lie was accepted");
    } catch (error) {
      expect(error).to.include({ code: "tag-ceremony-invalid" });
      expect(String(error)).to.contain("Server 2 lies");
    }
    expect(servers[2]?.finish(dealt).keySet.threshold).to.equal(2);
  });

  it("can be gone on with from a seed, which gives the same part again and another one elsewhere", () => {
    const seeds = urls.map(() => randomBytes(32));
    const joined = (epoch = 1) =>
      urls.map((_, place) => {
        const seed = seeds[place] ?? new Uint8Array();
        return joinTagCeremony({ epoch, index: place + 1, threshold: 2, urls, seed });
      });
    const announcements = joined().map(({ announcement }) => announcement);
    const dealt = joined().flatMap((server) => server.deal(announcements));
    const shares = joined().map((server) => {
      server.deal(announcements);
      return server.finish(dealt);
    });
    const [first, second] = shares;
    expect(first?.keySet).to.deep.equal(second?.keySet);
    const chosen = shares.slice(1).map(({ share }) => share);
    expect(tagsBy(first?.keySet as TagKeySet, chosen)).to.deep.equal(underWholeKey(chosen, 1));
    expect(joined(2)[0]?.announcement).to.not.deep.equal(announcements[0]);
    const parts = announcements.map(({ commitments }) => commitments[0]);
    expect(new Set(parts).size).to.equal(3);
  });

  it("ends at an announcement that proves nothing, or is missing", () => {
    const [first, second, third] = join();
    if (first === undefined || second === undefined || third === undefined) throw new Error("none");
    const stolen = { ...third.announcement, commitments: second.announcement.commitments };
    const all = [first.announcement, second.announcement, stolen];
    expectCode(() => first.deal(all), "tag-ceremony-invalid");
    expectCode(() => second.deal(all.slice(0, 2)), "tag-ceremony-invalid");
  });

  it("is not held with a threshold below two or above the servers", () => {
    for (const threshold of [0, 1, 4, 2.5, Number.NaN]) {
      const parameters = { epoch: 1, index: 1, threshold, urls };
      expectCode(() => joinTagCeremony(parameters), "tag-ceremony-invalid");
    }
    expectCode(() => generateTagKey({ epoch: 1, threshold: 2, urls: [] }), "tag-ceremony-invalid");
  });
});

describe("a share refresh", () => {
  const { keySet, shares } = generateTagKey({ epoch: 2, threshold: 3, urls: urlsOf(5) });
  const before = tagsBy(keySet, shares);

  it("keeps the key and every tag under new shares", () => {
    const fresh = refresh(keySet, shares.slice(1, 4), nextServers(5, 3));
    expect(fresh.keySet.groupPublicKey).to.equal(keySet.groupPublicKey);
    for (const chosen of subsetsOf(fresh.shares, 3)) {
      expect(tagsBy(fresh.keySet, chosen)).to.deep.equal(before);
    }
    const secrets = new Set([...shares, ...fresh.shares].map(({ secret }) => secret));
    expect(secrets.size).to.equal(10);
  });

  it("makes old shares useless beside new ones", () => {
    const fresh = refresh(keySet, shares.slice(0, 3), nextServers(5, 3));
    const mixed = [...shares.slice(0, 1), ...fresh.shares.slice(1, 3)];
    expectCode(() => tagsBy(fresh.keySet, mixed), "tag-server-unknown");
    expectCode(() => tagsBy(keySet, mixed), "tag-server-unknown");
    // Even put together by force they are of another key.
    expect(hexlify(wholeTagKey(mixed))).to.not.equal(hexlify(wholeTagKey(shares.slice(0, 3))));
    const known = mixed.map(({ index, publicKey }) => ({ index, publicKey, url: urlsOf(1)[0] }));
    expectCode(() => parseTagKeySet({ ...keySet, shares: known }), "tag-key-set-invalid");
  });

  it("can change the threshold and the number of servers, both ways", () => {
    const more = refresh(keySet, shares.slice(2), nextServers(7, 4));
    expect(tagsBy(more.keySet, more.shares.slice(3))).to.deep.equal(before);
    expectCode(() => tagsBy(more.keySet, more.shares.slice(0, 3)), "tag-servers-too-few");
    const fewer = refresh(more.keySet, more.shares.slice(0, 5), nextServers(3, 2));
    expect(tagsBy(fewer.keySet, fewer.shares.slice(1))).to.deep.equal(before);
  });

  it("takes as many holders as the old threshold, each once", () => {
    const next = nextServers(5, 3);
    const given = shares.slice(0, 2).map((share) => contributeToRefresh(share, next));
    const accept = (contributions: typeof given) => () =>
      acceptRefresh({ keySet, next, index: 1, contributions });
    expectCode(accept(given), "tag-ceremony-invalid");
    expectCode(accept([...given, ...given.slice(0, 1)]), "tag-ceremony-invalid");
    const [holder] = shares;
    if (holder === undefined) throw new Error("no shares");
    for (const threshold of [1, 6]) {
      expectCode(() => contributeToRefresh(holder, { ...next, threshold }), "tag-ceremony-invalid");
    }
  });

  it("names the holder that lies, whatever about", () => {
    const next = nextServers(5, 3);
    const honest = shares.slice(0, 3).map((share) => contributeToRefresh(share, next));
    const [lying, ...rest] = honest;
    const [first] = shares;
    if (lying === undefined || first === undefined) throw new Error("nobody contributed");
    const other = contributeToRefresh({ ...first, secret: ristretto.scalarHex(9n) }, next);
    const dealtOther = lying.dealt.map((each) => ({ ...each, secret: ristretto.scalarHex(9n) }));
    const lies = [
      other,
      { ...lying, dealt: dealtOther },
      { ...lying, dealt: lying.dealt.slice(1) },
      { ...lying, commitments: lying.commitments.slice(1) },
      { ...lying, commitments: [...lying.commitments.slice(0, 2), other.commitments[2] ?? "0x"] },
      { ...lying, commitments: lying.commitments.map(() => "0x" as Hex) },
    ];
    for (const lie of lies) {
      try {
        acceptRefresh({ keySet, next, index: 1, contributions: [lie, ...rest] });
        expect.fail("the lie was accepted");
      } catch (error) {
        expect(error).to.include({ code: "tag-ceremony-invalid" });
        expect(String(error)).to.contain("Server 1 lies");
        expect((error as { details: unknown }).details).to.deep.equal({ server: 1 });
      }
    }
    const strange = { ...lying, from: 9 };
    const accept = () =>
      acceptRefresh({ keySet, next, index: 1, contributions: [strange, ...rest] });
    expectCode(accept, "tag-ceremony-invalid");
  });
});
