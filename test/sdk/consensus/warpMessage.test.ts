import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { decodeBase58, toBeHex } from "ethers";
import {
  avalancheHeaders,
  canonicalWarpSet,
  cb58,
  hasWarpQuorum,
  headerFromRlp,
  headerRlp,
  readWarpTrust,
  signedWarpMessage,
  verifyWarpBlock,
  verifyWarpBlocks,
  type WarpTrust,
  warpMessage,
  warpProof,
  warpSetChange,
} from "../../../sdk/index.ts";
import { refusalOf } from "../../helpers/refusalOf.ts";
import { warpValidators } from "../../helpers/warpValidators.ts";

const five = warpValidators.validators(5);
const trust = warpValidators.trust(five);
const blocks = warpValidators.chainOf(8);
const signBlock = (block: number, signers = five.slice(0, 4)) => {
  const header = blocks[block] ?? warpValidators.nextHeader(undefined);
  const { number, hash } = header;
  return { number, hash, signedMessage: warpValidators.signBlock(header, signers, five) };
};
const jsonOf = (of: WarpTrust): unknown => ({
  kind: "warp",
  ...JSON.parse(JSON.stringify(of, (_, it) => (typeof it === "bigint" ? it.toString() : it))),
});
const data = process.env["TALLYSTICK_DATA"] ?? join("..", "shared", "data");
const vector = join(data, "avalanche", "block-evidence.json");

describe("blocks for which validators sign", () => {
  it("are named by a message that is the engine's, byte for byte", () => {
    const { networkId, blockchainId } = trust;
    const hash = `0x${"ab".repeat(32)}`;
    const bytes = Buffer.from(warpMessage.ofBlock({ networkId, blockchainId }, hash));
    const head = `0000${networkId.toString(16).padStart(8, "0")}${blockchainId.slice(2)}`;
    expect(bytes.toString("hex")).to.equal(`${head}00000026000000000000${"ab".repeat(32)}`);
  });

  it("have ids in base 58 with four bytes of their SHA-256, also when they begin with noughts", () => {
    expect(cb58(`0x${"00".repeat(32)}`)).to.equal("11111111111111111111111111111111LpoYY");
    expect(cb58(`0x0001${"ff".repeat(30)}`)).to.match(/^1[^1]/);
  });

  it("count signers by their uncompressed keys, which sort otherwise than compressed ones", () => {
    const many = warpValidators.validators(12);
    const order = canonicalWarpSet(many).signers.map(({ publicKey }) => publicKey);
    expect(order).not.to.deep.equal([...order].sort());
    expect([...order].sort()).to.deep.equal(many.map(({ publicKey }) => publicKey).sort());
    const uncompressed = canonicalWarpSet(many).signers.map(({ key }) => key.toHex(false));
    expect(uncompressed).to.deep.equal([...uncompressed].sort());
  });

  it("count a key once that several validators share, with all of its weight", () => {
    const [first, ...rest] = five;
    const doubled = [...five, { ...first, nodeId: "another", weight: 500n }];
    const set = canonicalWarpSet(doubled as typeof five);
    expect(set.signers).to.have.length(5);
    expect(set.weight).to.equal(5_500n);
    expect(set.signers.find(({ publicKey }) => publicKey === first?.publicKey)?.weight).to.equal(
      1_500n,
    );
    expect(rest).to.have.length(4);
  });

  it("need 67 of 100 of the weight, without any rounding", () => {
    expect(hasWarpQuorum(67n, 100n)).to.equal(true);
    expect(hasWarpQuorum(66n, 99n)).to.equal(false);
    expect(hasWarpQuorum(67n, 101n)).to.equal(false);
    expect(hasWarpQuorum(3_350n, 5_000n)).to.equal(true);
    expect(hasWarpQuorum(3_349n, 5_000n)).to.equal(false);
    expect(hasWarpQuorum(2n ** 64n - 1n, 2n ** 64n - 1n)).to.equal(true);
  });

  it("are proved by four of five, not by three, in one spelling of the signers", () => {
    expect(verifyWarpBlock(trust, signBlock(3))).to.have.length(4);
    const three = refusalOf(() => verifyWarpBlock(trust, signBlock(3, five.slice(0, 3))));
    expect(three).to.include({ code: "warp-quorum-missing" });
    const { signedMessage } = signBlock(3);
    const padded = signedMessage.replace(/00000001(..)(.{192})$/, "0000000200$1$2");
    expect(refusalOf(() => signedWarpMessage.read(padded))).to.include({
      code: "warp-message-invalid",
    });
  });

  it("are proved in a batch, and one that is wrong is found in it", () => {
    const signed = [signBlock(1), signBlock(2), signBlock(3, five), signBlock(4)];
    expect(verifyWarpBlocks(trust, signed).map(({ length }) => length)).to.deep.equal([4, 4, 5, 4]);
    // Two signatures that change places have the same sum, and would pass without the batch's own numbers.
    const [first, second, ...rest] = signed;
    const stolen = (from: typeof first, to: typeof first) => {
      const { signature } = signedWarpMessage.read(from?.signedMessage ?? "0x");
      const message = signedWarpMessage.read(to?.signedMessage ?? "0x");
      return {
        ...signBlock(1),
        ...to,
        signedMessage: signedWarpMessage.write({ ...message, signature }),
      };
    };
    const swapped = [stolen(second, first), stolen(first, second), ...rest];
    const error = refusalOf(() => verifyWarpBlocks(trust, swapped));
    expect(error).to.include({ code: "warp-signature-invalid" });
    expect(error).to.have.nested.property("details.block", "1");
  });

  it("are covered by a later block that is proved, when all headers between are there", () => {
    const { signedMessage } = signBlock(6);
    const evidence = { signatures: [{ block: 6n, signedMessage }] };
    const verdict = warpProof.verify(blocks.slice(2, 7), trust, evidence);
    expect(verdict.blocks.map(({ number }) => number)).to.deep.equal([2n, 3n, 4n, 5n, 6n]);
    expect(verdict.blocks[0]?.signers).to.have.length(4);
    for (const headers of [
      blocks.slice(2),
      [...blocks.slice(2, 4), ...blocks.slice(5, 7)],
      blocks.slice(2, 7).toReversed(),
      blocks.slice(2, 6),
    ]) {
      expect(refusalOf(() => warpProof.verify(headers, trust, evidence))).to.include({
        code: "warp-block-uncovered",
      });
    }
  });

  it("are proved by a real chain's validators, where that vector is at hand", function () {
    if (!existsSync(vector)) this.skip();
    const { evidence, trusted } = JSON.parse(readFileSync(vector, "utf8"));
    const blockchainId = toBeHex(decodeBase58(trusted.chainID) >> 32n, 32);
    expect(cb58(blockchainId)).to.equal(trusted.chainID);
    const validators = trusted.validators.map(
      ({ nodeID, ...its }: { nodeID: string; publicKey: string; weight: string }) => ({
        nodeId: nodeID,
        ...its,
      }),
    );
    const sets = [{ fromBlock: "0", validators }];
    const pinned = { kind: "warp", networkId: trusted.networkID, blockchainId, sets };
    const header = headerFromRlp(evidence.headerRlp, avalancheHeaders);
    expect(headerRlp(header)).to.equal(evidence.headerRlp);
    const signed = { ...header, signedMessage: evidence.signedMessage };
    expect(verifyWarpBlock(readWarpTrust(pinned), signed)).to.have.length(4);
    const elsewhere = readWarpTrust({ ...pinned, networkId: trusted.networkID + 1 });
    expect(refusalOf(() => verifyWarpBlock(elsewhere, signed))).to.include({
      code: "warp-block-differs",
    });
  });
});

describe("blocks of a real network of five validators", () => {
  type Sample = {
    readonly trust: object;
    readonly blocks: readonly {
      readonly number: number;
      readonly hash: string;
      readonly header: string;
      readonly signedMessage: string;
    }[];
  };
  const file = join(import.meta.dirname, "..", "..", "fixtures", "warp", "blocks.json");
  const { trust: pinned, blocks: sample } = JSON.parse(readFileSync(file, "utf8")) as Sample;
  const read = sample.map(({ header }) => headerFromRlp(header, avalancheHeaders));

  it("hash to what the network called them, from block 0 on", () => {
    expect(read.map(({ hash }) => hash)).to.deep.equal(sample.map(({ hash }) => hash));
    expect(read.map(({ number }) => Number(number))).to.deep.equal([0, 4, 5, 6, 7]);
    expect(read.every(({ fields }) => fields.length === 22)).to.equal(true);
  });

  it("are proved by what its validators signed, each by itself and as a chain", () => {
    const real = readWarpTrust(pinned);
    const signed = sample.map((block) => ({ ...block, number: BigInt(block.number) }));
    expect(verifyWarpBlocks(real, signed).map(({ length }) => length)).to.deep.equal([
      4, 4, 4, 4, 4,
    ]);
    const [last] = signed.slice(-1);
    const signatures = [{ block: 7n, signedMessage: last?.signedMessage ?? "0x" }];
    expect(warpProof.verify(read.slice(1), real, { signatures }).blocks).to.have.length(4);
    const elsewhere = { ...real, networkId: real.networkId + 1 };
    expect(refusalOf(() => verifyWarpBlocks(elsewhere, signed))).to.include({
      code: "warp-block-differs",
    });
  });

  it("have validators whose nodes signed who comes after them", () => {
    const { sets } = readWarpTrust(pinned);
    expect(sets.map(({ validators }) => validators.length)).to.deep.equal([5, 4]);
    expect(sets[1]?.signedChange).to.match(/^0x/);
  });
});

describe("validators who change", () => {
  const next = [...five.slice(1), ...warpValidators.validators(1, "newcomer")];
  const change = { fromBlock: 4n, validators: next.map(warpValidators.publicOf) };
  const signChange = (signers: typeof five) =>
    warpValidators.signMessage(warpSetChange(trust, change), signers, five);
  const changed = (signedChange?: string): WarpTrust => ({
    ...trust,
    sets: [...trust.sets, { ...change, ...(signedChange !== undefined && { signedChange }) }],
  });

  it("are confirmed by a quorum of those before, or pinned", () => {
    for (const its of [changed(signChange(five.slice(0, 4))), changed()]) {
      expect(readWarpTrust(jsonOf(its)).sets).to.have.length(2);
    }
    const few = changed(signChange(five.slice(0, 3)));
    expect(refusalOf(() => readWarpTrust(jsonOf(few)))).to.include({ code: "warp-change-invalid" });
    const told = { ...change, fromBlock: 5n };
    const sets = [...trust.sets, { ...told, signedChange: signChange(five) }];
    expect(refusalOf(() => readWarpTrust(jsonOf({ ...trust, sets })))).to.include({
      code: "warp-change-invalid",
    });
  });

  it("sign for blocks of their time and before, never for those after it", () => {
    const both = changed();
    const signed = (block: number, set: typeof five, signers = set.slice(0, 4)) => {
      const header = blocks[block] ?? warpValidators.nextHeader(undefined);
      return { ...header, signedMessage: warpValidators.signBlock(header, signers, set) };
    };
    expect(verifyWarpBlock(both, signed(3, five))).to.have.length(4);
    expect(verifyWarpBlock(both, signed(4, next))).to.have.length(4);
    expect(verifyWarpBlock(both, signed(3, next))).to.have.length(4);
    const late = refusalOf(() => verifyWarpBlock(both, signed(4, five)));
    expect(late).to.include({ code: "warp-signature-invalid" });
  });

  it("are refused in a file that is out of order, empty, or names what is no key", () => {
    const [set] = trust.sets;
    const bad = (sets: unknown) =>
      refusalOf(() => readWarpTrust({ ...(jsonOf(trust) as object), sets }));
    const plain = (JSON.parse(JSON.stringify(jsonOf(trust))) as { sets: object[] }).sets[0];
    const noKey = `0x${"11".repeat(48)}`;
    const first = { ...set?.validators[0], weight: "1", publicKey: noKey };
    for (const sets of [
      [],
      [plain, plain],
      [{ ...plain, validators: [first] }],
      [{ ...plain, x: 1 }],
    ]) {
      expect(bad(sets)).to.include({ code: "warp-trust-invalid" });
    }
  });
});
