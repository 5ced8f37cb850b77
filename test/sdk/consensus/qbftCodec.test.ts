import { expect } from "chai";
import { keccak256 } from "ethers";
import { headerFieldAt } from "../../../sdk/chain/headerFieldAt.ts";
import { hashWithExtraData } from "../../../sdk/consensus/qbft/hashWithExtraData.ts";
import {
  headerFromRlp,
  headerRlp,
  keccakHeader,
  qbftHeaders,
  qbftQuorum,
  readQbftExtraData,
  recoverSigner,
  writeQbftExtraData,
} from "../../../sdk/index.ts";
import { fastRecoverSigner, nativeCurve } from "../../../sdk/node.ts";
import { qbftSealer } from "../../helpers/qbftSealer.ts";
import { seededRandom } from "../../helpers/seededRandom.ts";
import { expectCode } from "../expectCode.ts";

// Besu's own vector: RAW_HEX_ENCODING_STRING of QbftExtraDataCodecTest, with what it says of it.
const published = [
  "0xf8f0a00102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f20ea940000000000000000",
  "000000000000000000000001940000000000000000000000000000000000000002d7940000000000000000",
  "00000000000000000000000181ff83fedcbaf886b841000000000000000000000000000000000000000000",
  "0000000000000000000001000000000000000000000000000000000000000000000000000000000000000a",
  "00b841000000000000000000000000000000000000000000000000000000000000000a0000000000000000",
  "00000000000000000000000000000000000000000000000100",
].join("");
const account = (last: number) => `0x${"00".repeat(19)}0${last}`;
const word = (last: string) => `${"00".repeat(31)}${last}`;
const decoded = {
  vanity: "0x0102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f20",
  validators: [account(1), account(2)],
  vote: { recipient: account(1), adds: true },
  round: 0x00fedcba,
  seals: [`0x${word("01")}${word("0a")}00`, `0x${word("0a")}${word("01")}00`],
};

describe("the extra data of QBFT", () => {
  it("is what Besu's published vector says, both ways", () => {
    expect(readQbftExtraData(published)).to.deep.equal(decoded);
    expect(writeQbftExtraData(decoded)).to.equal(published);
  });

  it("keeps a vote for dropping, no vote, and any round", () => {
    for (const vote of [{ recipient: account(9), adds: false }, undefined]) {
      for (const round of [0, 1, 127, 128, 255, 256, 0xdcba, 0x7fff_ffff]) {
        const extraData = { ...decoded, vote, round };
        expect(readQbftExtraData(writeQbftExtraData(extraData))).to.deep.equal(extraData);
      }
    }
    expect(writeQbftExtraData({ ...decoded, round: 0 })).to.contain("81ff80f886");
  });

  it("is refused when it is cut off anywhere, or has a byte more", () => {
    for (let end = 2; end < published.length; end += 2) {
      expectCode(() => readQbftExtraData(published.slice(0, end)), "qbft-extra-data-invalid");
    }
    expectCode(() => readQbftExtraData(`${published}00`), "qbft-extra-data-invalid");
  });

  it("is refused when a part has another form", () => {
    const wrong = [
      { ...decoded, vanity: "0x00" },
      { ...decoded, validators: [`${account(1)}00`] },
      { ...decoded, vote: { recipient: "0x01", adds: true } },
      { ...decoded, seals: [`0x${word("01")}${word("0a")}`] },
      { ...decoded, round: 0x8000_0000 },
    ];
    for (const each of wrong) {
      expectCode(() => readQbftExtraData(writeQbftExtraData(each)), "qbft-extra-data-invalid");
    }
    // A round with leading zeros, and a vote that is neither for nor against.
    const zeros = published.replace("83fedcba", "8300dcba");
    const neither = published.replace("81ff83", "81fe83");
    for (const each of [zeros, neither, "0x", "0x80", "0xc0"]) {
      expectCode(() => readQbftExtraData(each), "qbft-extra-data-invalid");
    }
  });
});

describe("the hashes of a QBFT header", () => {
  const set = qbftSealer.validators(4);
  const genesis = qbftSealer.genesis(set);

  it("name a block without its seals and its round", () => {
    const block = qbftSealer.seal(genesis, set, { round: 0 });
    const later = qbftSealer.seal(genesis, set, { round: 3, sealers: set.slice(1) });
    expect(later.extraData).not.to.equal(block.extraData);
    expect(later.hash).to.equal(block.hash);
    expect(keccakHeader(block.fields)).not.to.equal(block.hash);
  });

  it("give seals another digest in each round", () => {
    const { fields, extraData } = qbftSealer.seal(genesis, set);
    const read = { ...readQbftExtraData(extraData), seals: [] };
    const [first, second] = [0, 1].map((round) => hashWithExtraData(fields, { ...read, round }));
    expect(first).not.to.deep.equal(second);
  });

  it("name the genesis by its bytes as they are", () => {
    const extraData = { ...readQbftExtraData(genesis.extraData), round: 5 };
    const fields = genesis.fields.with(headerFieldAt.extraData, writeQbftExtraData(extraData));
    expect(headerFromRlp(headerRlp({ fields }), qbftHeaders).hash).to.equal(
      keccak256(headerRlp({ fields })),
    );
  });

  it("need two thirds of the validators, rounded up", () => {
    const needed = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map(qbftQuorum);
    expect(needed).to.deep.equal([1, 2, 2, 3, 4, 4, 5, 6, 6, 7]);
  });
});

describe("recovering who sealed", () => {
  it("gives the same natively and in JavaScript, and refuses the same", () => {
    expect(nativeCurve, "libsecp256k1 on this machine").not.to.equal(undefined);
    const random = seededRandom(25);
    const bytes = (length: number) => Uint8Array.from({ length }, () => Math.floor(random() * 256));
    const outcome = (recover: typeof recoverSigner, ...its: Parameters<typeof recoverSigner>) => {
      try {
        return Buffer.from(recover(...its)).toString("hex");
      } catch {
        return "refused";
      }
    };
    const order = Buffer.from(
      "fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141",
      "hex",
    );
    const edges = [
      new Uint8Array(64),
      Uint8Array.from([...order, ...bytes(32)]),
      Uint8Array.from([...bytes(32), ...order]),
      Uint8Array.from([...new Uint8Array(32), ...bytes(32)]),
      new Uint8Array(64).fill(0xff),
    ];
    const signatures = [...edges, ...Array.from({ length: 60 }, () => bytes(64))];
    const outcomes = signatures.flatMap((signature) =>
      ([0, 1] as const).map((parity) => {
        const digest = bytes(32);
        const native = outcome(fastRecoverSigner, digest, signature, parity);
        expect(outcome(recoverSigner, digest, signature, parity)).to.equal(native);
        return native;
      }),
    );
    // Half of all numbers are no x of a point; those that are recover to some key, whichever half s is in.
    expect(outcomes.filter((each) => each === "refused").length).to.be.greaterThan(20);
    expect(outcomes.filter((each) => each !== "refused").length).to.be.greaterThan(20);
  });
});
