import { expect } from "chai";
import { encodeBytes32String, hexlify, id, toUtf8Bytes, ZeroHash } from "ethers";
import { chain } from "../../helpers/chain.ts";
import { deployClaims } from "../../helpers/deployClaims.ts";

const { networkHelpers } = chain;

const CNY = hexlify(toUtf8Bytes("CNY"));
const USD = hexlify(toUtf8Bytes("USD"));
const REF = encodeBytes32String("request");
const NONE = (1n << 72n) - 1n;
const [KEY, NEXT_KEY] = [id("public key 1"), id("public key 2")];

/** The tag of a thing under one epoch: another word in each. */
const tag = (thing: string, epoch: number): string => id(`${thing} under ${epoch}`);
const use = (thing: string, epoch: number, exists: bigint, amount: bigint) => ({
  tag: tag(thing, epoch),
  exists,
  amount,
});
const under = (epoch: number, ...things: string[]) => ({
  epoch,
  tags: things.map((thing) => tag(thing, epoch)),
});

/** 60 of an invoice over 100 are claimed under epoch 0; then epoch 1 begins. */
async function claimedBefore() {
  const deployed = await deployClaims();
  const { claims, claimant } = deployed;
  await claims.reserve(claimant(1n), CNY, 0, [use("invoice", 0, 100n, 60n)], [], REF);
  await claims.openEpoch(KEY, REF);
  return deployed;
}

describe("Claims over several key epochs", () => {
  it("a new epoch is announced with its key and with those that still have claims", async () => {
    const { claims, claimant } = await networkHelpers.loadFixture(deployClaims);
    await expect(claims.openEpoch(KEY, REF))
      .to.emit(claims, "EpochOpened")
      .withArgs(1n, KEY, [], REF);
    expect(await claims.epoch()).to.equal(1n);
    expect(await claims.earlierEpochs()).to.deep.equal([]);
    await claims.reserve(claimant(1n), CNY, 1, [use("invoice", 1, 9n, 9n)], [], REF);
    await expect(claims.openEpoch(NEXT_KEY, REF))
      .to.emit(claims, "EpochOpened")
      .withArgs(2n, NEXT_KEY, [1n], REF);
    expect(await claims.epochOf(1)).to.deep.equal([1n, KEY]);
    expect(await claims.epochOf(2)).to.deep.equal([0n, NEXT_KEY]);
    expect(await claims.epochOf(3)).to.deep.equal([0n, ZeroHash]);
  });

  it("a ledger may begin with a key, so that no claim is ever unblinded", async () => {
    const authority = await chain.ethers.deployContract("Authority", [
      (await chain.ethers.getSigners())[0]?.address,
    ]);
    const claims = await chain.ethers.deployContract("Claims", [await authority.getAddress(), KEY]);
    expect(await claims.epoch()).to.equal(1n);
    expect(await claims.epochOf(1)).to.deep.equal([0n, KEY]);
  });

  it("is opened with a key or not at all", async () => {
    const { claims } = await networkHelpers.loadFixture(deployClaims);
    await expect(claims.openEpoch(ZeroHash, REF))
      .to.be.revertedWithCustomError(claims, "ClaimsKeyMissing")
      .withArgs(1n);
  });

  it("what was used under an earlier epoch counts, without being written anew", async () => {
    const { claims, claimant } = await networkHelpers.loadFixture(claimedBefore);
    const earlier = [under(0, "invoice")];
    await expect(claims.reserve(claimant(2n), CNY, 1, [use("invoice", 1, 100n, 41n)], earlier, REF))
      .to.be.revertedWithCustomError(claims, "ClaimsOverused")
      .withArgs(tag("invoice", 1), 100n, 60n, 41n);
    await claims.reserve(claimant(2n), CNY, 1, [use("invoice", 1, 100n, 40n)], earlier, REF);
    expect((await claims.tallyOf(0, tag("invoice", 0))).reserved).to.equal(60n);
    expect((await claims.tallyOf(1, tag("invoice", 1))).reserved).to.equal(40n);
  });

  it("another face or unit than an earlier epoch knows is refused", async () => {
    const { claims, claimant } = await networkHelpers.loadFixture(claimedBefore);
    const earlier = [under(0, "invoice")];
    await expect(claims.reserve(claimant(2n), CNY, 1, [use("invoice", 1, 101n, 1n)], earlier, REF))
      .to.be.revertedWithCustomError(claims, "ClaimsOtherFace")
      .withArgs(tag("invoice", 1), 100n, 101n);
    await expect(claims.reserve(claimant(2n), USD, 1, [use("invoice", 1, 100n, 1n)], earlier, REF))
      .to.be.revertedWithCustomError(claims, "ClaimsOtherUnit")
      .withArgs(tag("invoice", 1), CNY, USD);
  });

  it("refuses tags of the earlier epoch as current ones, and claims without earlier tags", async () => {
    const { claims, claimant } = await networkHelpers.loadFixture(claimedBefore);
    await expect(claims.reserve(claimant(2n), CNY, 0, [use("invoice", 0, 100n, 1n)], [], REF))
      .to.be.revertedWithCustomError(claims, "ClaimsWrongEpoch")
      .withArgs(0n, 1n);
    const uses = [use("invoice", 1, 100n, 1n)];
    await expect(claims.reserve(claimant(2n), CNY, 1, uses, [], REF))
      .to.be.revertedWithCustomError(claims, "ClaimsEpochMissing")
      .withArgs(0n);
    for (const tags of [[], ["invoice", "other"]])
      await expect(claims.reserve(claimant(2n), CNY, 1, uses, [under(0, ...tags)], REF))
        .to.be.revertedWithCustomError(claims, "ClaimsTagCount")
        .withArgs(0n, BigInt(tags.length), 1n);
  });

  it("an epoch is presented no more once its last claim was released", async () => {
    const { claims, claimant } = await networkHelpers.loadFixture(claimedBefore);
    await expect(claims.release(claimant(1n), REF))
      .to.emit(claims, "EpochCleared")
      .withArgs(0n, [], REF);
    expect(await claims.earlierEpochs()).to.deep.equal([]);
    const uses = [use("invoice", 1, 77n, 77n)];
    await claims.reserve(claimant(2n), CNY, 1, uses, [under(0, "invoice")], REF);
    expect((await claims.tallyOf(1, tag("invoice", 1))).exists).to.equal(77n);
  });

  it("an epoch with satisfied claims is presented for ever", async () => {
    const { claims, claimant } = await networkHelpers.loadFixture(claimedBefore);
    await claims.commit(claimant(1n), REF);
    await claims.satisfy(claimant(1n), REF);
    await claims.openEpoch(NEXT_KEY, REF);
    expect(await claims.earlierEpochs()).to.deep.equal([0n]);
    const uses = [use("invoice", 2, 100n, 41n)];
    const earlier = [under(0, "invoice"), under(1, "invoice")];
    await expect(claims.reserve(claimant(2n), CNY, 2, uses, earlier, REF))
      .to.be.revertedWithCustomError(claims, "ClaimsOverused")
      .withArgs(tag("invoice", 2), 100n, 60n, 41n);
  });

  it("takes tags of up to 16 earlier epochs", async () => {
    const { claims, claimant } = await networkHelpers.loadFixture(deployClaims);
    for (let epoch = 0; epoch < 16; epoch += 1) {
      const before = Array.from({ length: epoch }, (_, index) => under(index, "invoice"));
      const uses = [use("invoice", epoch, 100n, 5n)];
      await claims.reserve(claimant(BigInt(epoch + 1)), CNY, epoch, uses, before, REF);
      await claims.openEpoch(id(`key ${epoch}`), REF);
    }
    const all = Array.from({ length: 16 }, (_, index) => under(index, "invoice"));
    const uses = [use("invoice", 16, 100n, 21n)];
    await expect(claims.reserve(claimant(17n), CNY, 16, uses, all, REF))
      .to.be.revertedWithCustomError(claims, "ClaimsOverused")
      .withArgs(tag("invoice", 16), 100n, 80n, 21n);
    await claims.reserve(claimant(17n), CNY, 16, [use("invoice", 16, 100n, 20n)], all, REF);
    await expect(claims.openEpoch(KEY, REF))
      .to.be.revertedWithCustomError(claims, "ClaimsTooManyEpochs")
      .withArgs(16n, 16n);
    await expect(claims.release(claimant(8n), REF))
      .to.emit(claims, "EpochCleared")
      .withArgs(7n, [0n, 1n, 2n, 3n, 4n, 5n, 6n, 8n, 9n, 10n, 11n, 12n, 13n, 14n, 15n], REF);
    await claims.openEpoch(KEY, REF);
  });

  it("a bill's range that was claimed under an earlier epoch is taken", async () => {
    const { claims, claimant } = await networkHelpers.loadFixture(deployClaims);
    const range = (epoch: number, from: bigint, to: bigint) => {
      return { epoch, tag: tag("bill", epoch), from, to };
    };
    await claims.claimRange(claimant(1n), range(0, 10n, 20n), [], [NONE], REF);
    await claims.openEpoch(KEY, REF);
    const earlier = [under(0, "bill")];
    await expect(claims.claimRange(claimant(2n), range(1, 15n, 25n), earlier, [NONE, 10n], REF))
      .to.be.revertedWithCustomError(claims, "ClaimsRangeTaken")
      .withArgs(await claims.keyOf(0, tag("bill", 0)), 15n, 25n, 10n, 20n);
    await expect(claims.claimRange(claimant(2n), range(1, 20n, 25n), earlier, [NONE], REF))
      .to.be.revertedWithCustomError(claims, "ClaimsTagCount")
      .withArgs(1n, 1n, 2n);
    await expect(claims.claimRange(claimant(2n), range(1, 20n, 25n), [], [NONE], REF))
      .to.be.revertedWithCustomError(claims, "ClaimsEpochMissing")
      .withArgs(0n);
    await claims.claimRange(claimant(2n), range(1, 20n, 25n), earlier, [NONE, 10n], REF);
    expect(await claims.rangeAfter(1, tag("bill", 1), NONE)).to.deep.equal([20n, 25n]);
  });
});

describe("Credit notes", () => {
  const live = async () => {
    const deployed = await deployClaims();
    const { claims, claimant } = deployed;
    await claims.reserve(claimant(1n), CNY, 0, [use("invoice", 0, 100n, 60n)], [], REF);
    await claims.commit(claimant(1n), REF);
    return { ...deployed, key: await claims.keyOf(0, tag("invoice", 0)), note: id("note 1") };
  };

  it("lower what exists; the next claim states what is left", async () => {
    const { claims, claimant, key, note } = await networkHelpers.loadFixture(live);
    await expect(claims.lower(claimant(1n), 0, 30n, note, REF))
      .to.emit(claims, "ClaimLowered")
      .withArgs(key, claimant(1n), note, 30n, 70n, 60n, REF);
    await claims.requireSound(claimant(1n));
    await expect(claims.reserve(claimant(2n), CNY, 0, [use("invoice", 0, 100n, 1n)], [], REF))
      .to.be.revertedWithCustomError(claims, "ClaimsOtherFace")
      .withArgs(tag("invoice", 0), 70n, 100n);
    await expect(claims.reserve(claimant(2n), CNY, 0, [use("invoice", 0, 70n, 11n)], [], REF))
      .to.be.revertedWithCustomError(claims, "ClaimsOverused")
      .withArgs(tag("invoice", 0), 70n, 60n, 11n);
    await claims.reserve(claimant(2n), CNY, 0, [use("invoice", 0, 70n, 10n)], [], REF);
  });

  it("make a thing short when more of it is used than is left, until a claim is released", async () => {
    const { claims, claimant, key, note } = await networkHelpers.loadFixture(live);
    await claims.reserve(claimant(2n), CNY, 0, [use("invoice", 0, 100n, 40n)], [], REF);
    await claims.lower(claimant(2n), 0, 40n, note, REF);
    await expect(claims.requireSound(claimant(1n)))
      .to.be.revertedWithCustomError(claims, "ClaimsShort")
      .withArgs(key, 60n, 100n);
    await claims.release(claimant(2n), REF);
    await claims.requireSound(claimant(1n));
  });

  it("count once each, and never more than the invoice", async () => {
    const { claims, claimant, key, note } = await networkHelpers.loadFixture(live);
    await claims.lower(claimant(1n), 0, 30n, note, REF);
    await expect(claims.lower(claimant(1n), 0, 30n, note, REF))
      .to.be.revertedWithCustomError(claims, "ClaimsCreditKnown")
      .withArgs(key, note);
    await expect(claims.lower(claimant(1n), 0, 71n, id("note 2"), REF))
      .to.be.revertedWithCustomError(claims, "ClaimsCreditTooLarge")
      .withArgs(key, 70n, 71n);
    await expect(claims.lower(claimant(1n), 0, 0n, id("note 2"), REF))
      .to.be.revertedWithCustomError(claims, "ClaimsZeroAmount")
      .withArgs(key);
    await expect(claims.lower(claimant(1n), 1, 1n, id("note 2"), REF))
      .to.be.revertedWithCustomError(claims, "ClaimsUnknownUse")
      .withArgs(claimant(1n), 1n, 1n);
  });

  it("count again for an invoice that was given up and stated anew", async () => {
    const { claims, claimant, note } = await networkHelpers
      .loadFixture(deployClaims)
      .then((deployed) => ({ ...deployed, note: id("note 1") }));
    await claims.reserve(claimant(1n), CNY, 0, [use("invoice", 0, 100n, 60n)], [], REF);
    await claims.lower(claimant(1n), 0, 30n, note, REF);
    await claims.release(claimant(1n), REF);
    await expect(claims.lower(claimant(1n), 0, 1n, id("note 2"), REF))
      .to.be.revertedWithCustomError(claims, "ClaimsWrongPhase")
      .withArgs(claimant(1n), 4n, 2n);
    await claims.reserve(claimant(2n), CNY, 0, [use("invoice", 0, 100n, 60n)], [], REF);
    await claims.lower(claimant(2n), 0, 30n, note, REF);
    expect((await claims.tallyOf(0, tag("invoice", 0))).exists).to.equal(70n);
  });

  it("under one epoch bind claims under the next", async () => {
    const { claims, claimant, note } = await networkHelpers.loadFixture(live);
    await claims.openEpoch(KEY, REF);
    const earlier = [under(0, "invoice")];
    await claims.reserve(claimant(2n), CNY, 1, [use("invoice", 1, 100n, 10n)], earlier, REF);
    await claims.lower(claimant(1n), 0, 20n, note, REF);
    await expect(claims.reserve(claimant(3n), CNY, 1, [use("invoice", 1, 100n, 1n)], earlier, REF))
      .to.be.revertedWithCustomError(claims, "ClaimsOtherFace")
      .withArgs(tag("invoice", 1), 80n, 100n);
    await claims.reserve(claimant(3n), CNY, 1, [use("invoice", 1, 80n, 10n)], earlier, REF);
  });

  it("what isn't live is not sound", async () => {
    const { claims, claimant } = await networkHelpers.loadFixture(deployClaims);
    await claims.reserve(claimant(1n), CNY, 0, [use("invoice", 0, 100n, 60n)], [], REF);
    await expect(claims.requireSound(claimant(1n)))
      .to.be.revertedWithCustomError(claims, "ClaimsWrongPhase")
      .withArgs(claimant(1n), 1n, 2n);
  });
});
