import { ristretto255_oprf } from "@noble/curves/ed25519.js";
import { expect } from "chai";
import { concat, dataSlice, getBytes, hexlify, randomBytes } from "ethers";
import {
  blindIdentities,
  combineEvaluations,
  evaluateBlinded,
  generateTagKey,
  TagError,
  type TagEvaluation,
  verifyEvaluation,
} from "../../../../sdk/index.ts";
import { type Hex, ristretto } from "../../../../sdk/tags/blind/ristretto.ts";
import { expectCode } from "../../expectCode.ts";

const urls = [1, 2, 3, 4, 5].map((index) => `http://server-${index}.test`);
const { keySet, shares } = generateTagKey({ epoch: 1, threshold: 3, urls });
const [liar = never(), other = never()] = shares;
const blinded = blindIdentities(["one", "two"]);
const { elements } = blinded;
const truth = evaluateBlinded(liar, elements);
const [firstElement = "0x", secondElement = "0x"] = truth.elements;

function never(): never {
  throw new Error("the ceremony made no shares");
}

function point(hex: string) {
  return ristretto.element(hex) ?? never();
}

function flip(hex: Hex, bit: number): Hex {
  const bytes = getBytes(hex);
  bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7));
  return hexlify(bytes) as Hex;
}

const any = (length: number) => hexlify(randomBytes(length)) as Hex;
const anyElement = () =>
  ristretto.elementHex(ristretto.Point.BASE.multiply(BigInt(any(16)) + 1n)) as Hex;
const half = (proof: Hex, place: 0 | 1) => dataSlice(proof, place * 32, place * 32 + 32);

// Made once and used in turn, since proving takes longer than refusing.
const again = Array.from({ length: 4 }, () => evaluateBlinded(liar, elements));
const elsewhere = Array.from({ length: 4 }, (_, place) =>
  evaluateBlinded(liar, blindIdentities([`three ${place}`, "four"]).elements),
);
const others = shares.slice(1).map((share) => evaluateBlinded(share, elements));
const own = Array.from({ length: 4 }, underOwnKey);
const inTurn = <Thing>(things: readonly Thing[], round: number): Thing =>
  things[(round >> 4) % things.length] ?? never();

/** An honest proof, whose secret nobody pinned, over elements times that secret. */
function underOwnKey(): TagEvaluation {
  const { secretKey, publicKey } = ristretto255_oprf.voprf.generateKeyPair();
  const mine = { ...liar, secret: hexlify(secretKey) as Hex, publicKey: hexlify(publicKey) as Hex };
  return { ...evaluateBlinded(mine, elements), publicKey: liar.publicKey };
}

/** Ways to lie; each makes another answer each time it is called. */
const forgeries: Readonly<Record<string, (round: number) => TagEvaluation>> = {
  "a bit of the proof is flipped": (round) => ({
    ...truth,
    proof: flip(truth.proof, (round * 37) % 512),
  }),
  "a bit of an element is flipped": (round) => ({
    ...truth,
    elements: [flip(firstElement as Hex, (round * 11) % 256), secondElement as Hex],
  }),
  "an element is replaced by another one of the group": () => ({
    ...truth,
    elements: [firstElement as Hex, anyElement()],
  }),
  "both elements are shifted so that their sum stays": () => {
    const shift = point(anyElement());
    return {
      ...truth,
      elements: [
        ristretto.elementHex(point(firstElement).add(shift)),
        ristretto.elementHex(point(secondElement).subtract(shift)),
      ],
    };
  },
  "elements are swapped": (round) => ({
    ...inTurn(again, round),
    elements: [secondElement as Hex, firstElement as Hex],
  }),
  "the proof is of another batch": (round) => ({
    ...truth,
    proof: inTurn(elsewhere, round).proof,
  }),
  "the answer is another server's": (round) => ({
    ...inTurn(others, round),
    index: liar.index,
    publicKey: liar.publicKey,
  }),
  "the key is the liar's own": (round) => inTurn(own, round),
  "the proof is of random bytes": () => ({ ...truth, proof: any(64) }),
  "the proof is of random scalars": () => ({
    ...truth,
    proof: concat([
      ristretto.scalarHex(ristretto.Fn.create(BigInt(any(32)))),
      ristretto.scalarHex(ristretto.Fn.create(BigInt(any(32)))),
    ]) as Hex,
  }),
  "challenge and response change places": (round) => {
    const { proof } = inTurn(again, round);
    return { ...truth, proof: concat([half(proof, 1), half(proof, 0)]) as Hex };
  },
  "a response of another proof is joined": (round) => ({
    ...truth,
    proof: concat([half(truth.proof, 0), half(inTurn(again, round).proof, 1)]) as Hex,
  }),
  "the response is written above the group's order": () => {
    const response = BigInt(hexlify(getBytes(half(truth.proof, 1)).reverse()));
    const above = (response + ristretto.Fn.ORDER).toString(16).padStart(64, "0");
    return {
      ...truth,
      proof: concat([half(truth.proof, 0), hexlify(getBytes(`0x${above}`).reverse())]) as Hex,
    };
  },
  "the elements are the identity": () => ({
    ...truth,
    elements: [`0x${"00".repeat(32)}`, `0x${"00".repeat(32)}`],
  }),
  "elements are answered as they came": () => ({ ...truth, elements }),
  "one element is missing": () => ({ ...truth, elements: [firstElement as Hex] }),
};

describe("a share server that lies", function () {
  this.timeout(60_000);

  it("is refused 1,000 times out of 1,000, however it forges its answer", () => {
    const ways = Object.entries(forgeries);
    const refused = new Map<string, number>();
    for (let round = 0; round < 1_000; round++) {
      const [name, forge] = ways[round % ways.length] ?? never();
      try {
        verifyEvaluation(keySet, liar.index, elements, forge(round));
        expect.fail(`accepted in round ${round}: ${name}`);
      } catch (error) {
        if (!(error instanceof TagError)) throw error;
        expect(error.code, name).to.be.oneOf(["tag-proof-invalid", "tag-answer-invalid"]);
        expect(error.details["server"]).to.equal(liar.index);
        refused.set(name, (refused.get(name) ?? 0) + 1);
      }
    }
    expect([...refused.values()].reduce((sum, each) => sum + each, 0)).to.equal(1_000);
    expect(refused.size).to.equal(ways.length);
  });

  it("is refused by the library that made the proofs in the same cases", () => {
    const accepts = (evaluation: TagEvaluation): boolean => {
      try {
        const items = elements.map((element, place) => ({
          input: blinded.secrets[place]?.input ?? new Uint8Array(),
          blind: blinded.secrets[place]?.blind ?? new Uint8Array(),
          blinded: getBytes(element),
          evaluated: getBytes(evaluation.elements[place] ?? "0x"),
        }));
        const { voprf } = ristretto255_oprf;
        voprf.finalizeBatch(items, getBytes(evaluation.publicKey), getBytes(evaluation.proof));
        return true;
      } catch {
        return false;
      }
    };
    for (let round = 0; round < 20; round++) {
      const honest = evaluateBlinded(shares[round % 5] ?? never(), elements);
      verifyEvaluation(keySet, honest.index, elements, honest);
      expect(accepts(honest)).to.equal(true);
    }
    for (const [name, forge] of Object.entries(forgeries)) {
      expect(accepts(forge(3)), name).to.equal(false);
    }
  });

  it("is named, and its answer never becomes part of a tag", () => {
    const lie = underOwnKey();
    const honest = shares.slice(1, 3).map((share) => evaluateBlinded(share, elements));
    expectCode(() => combineEvaluations(keySet, blinded, [lie, ...honest]), "tag-proof-invalid");
    try {
      combineEvaluations(keySet, blinded, [lie, ...honest]);
    } catch (error) {
      expect(String(error)).to.contain("Share server 1 lies");
    }
  });

  it("can't answer for another share, another epoch, or under another key", () => {
    const check = (change: Partial<TagEvaluation>, index = 1) =>
      expectCode(
        () => verifyEvaluation(keySet, index, elements, { ...truth, ...change }),
        "tag-server-unknown",
      );
    check({ index: 2 });
    check({ epoch: 2 });
    check({ publicKey: other.publicKey });
    check({}, 2);
    check({}, 9);
  });
});

describe("a share server that is asked", () => {
  it("refuses what is no element of the group, naming the first one, and evaluates nothing", () => {
    const wrong = ["0x", `0x${"00".repeat(32)}`, `0x${"ff".repeat(32)}`, any(31), "element"];
    for (const element of wrong) {
      expectCode(() => evaluateBlinded(liar, [...elements, element]), "tag-input-invalid");
    }
    try {
      evaluateBlinded(liar, [...elements, "0x"]);
    } catch (error) {
      expect((error as TagError).details).to.deep.equal({ index: 2 });
    }
  });

  it("takes 1 to 100 elements at a time", () => {
    const [element = "0x"] = elements;
    expectCode(() => evaluateBlinded(liar, []), "tag-input-invalid");
    expectCode(() => evaluateBlinded(liar, Array(101).fill(element)), "tag-input-invalid");
    expectCode(() => blindIdentities([]), "tag-input-invalid");
    expectCode(() => blindIdentities(Array(101).fill("one")), "tag-input-invalid");
    expectCode(() => blindIdentities(["x".repeat(65_536)]), "tag-input-invalid");
  });

  it("can't tell whether it was asked for the same thing before", () => {
    const seen = Array.from({ length: 20 }, () => blindIdentities(["one"]).elements[0]);
    expect(new Set(seen).size).to.equal(20);
  });
});
