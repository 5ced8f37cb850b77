import { expect } from "chai";
import { encodeBytes32String, hexlify, id, toUtf8Bytes, ZeroHash } from "ethers";
import { chain } from "../../helpers/chain.ts";
import { deployClaims } from "../../helpers/deployClaims.ts";

const { networkHelpers } = chain;

const CNY = hexlify(toUtf8Bytes("CNY"));
const USD = hexlify(toUtf8Bytes("USD"));
const REF = encodeBytes32String("request");
const [INVOICE, OTHER] = [id("invoice 1"), id("invoice 2")];
const PHASE = { none: 0n, reserved: 1n, live: 2n, satisfied: 3n, released: 4n };

const bill = { epoch: 0n, tag: INVOICE, from: 0n, to: 1n };
const use = (tag: string, exists: bigint, amount: bigint) => ({ tag, exists, amount });

describe("Claims", () => {
  describe("reserving", () => {
    it("counts the amount of each tag and remembers who uses it", async () => {
      const { claims, claimant } = await networkHelpers.loadFixture(deployClaims);
      const keys = [await claims.keyOf(0, INVOICE), await claims.keyOf(0, OTHER)];
      const uses = [use(INVOICE, 100n, 40n), use(OTHER, 50n, 50n)];
      await expect(claims.reserve(claimant(1n), CNY, 0, uses, [], REF))
        .to.emit(claims, "ClaimReserved")
        .withArgs(keys[0], claimant(1n), 0n, INVOICE, 100n, 40n, CNY, REF)
        .and.to.emit(claims, "ClaimReserved")
        .withArgs(keys[1], claimant(1n), 0n, OTHER, 50n, 50n, CNY, REF);
      expect(await claims.tallyOf(0, INVOICE)).to.deep.equal([100n, 40n, 0n, CNY]);
      expect(await claims.tallyOf(0, OTHER)).to.deep.equal([50n, 50n, 0n, CNY]);
      expect(await claims.phaseOf(claimant(1n))).to.equal(PHASE.reserved);
      expect(await claims.usesOf(claimant(1n))).to.deep.equal([keys, [40n, 50n]]);
    });

    it("keeps 184 bits of the digest as the key, so that the amount fits beside it", async () => {
      const { claims } = await networkHelpers.loadFixture(deployClaims);
      const key = await claims.keyOf(7, INVOICE);
      expect(BigInt(key) & ((1n << 72n) - 1n)).to.equal(0n);
      expect(await claims.keyOf(8, INVOICE)).to.not.equal(key);
    });

    it("lets several claimants use one invoice up to its face", async () => {
      const { claims, claimant } = await networkHelpers.loadFixture(deployClaims);
      await claims.reserve(claimant(1n), CNY, 0, [use(INVOICE, 100n, 60n)], [], REF);
      await claims.reserve(claimant(2n), CNY, 0, [use(INVOICE, 100n, 40n)], [], REF);
      await expect(claims.reserve(claimant(3n), CNY, 0, [use(INVOICE, 100n, 1n)], [], REF))
        .to.be.revertedWithCustomError(claims, "ClaimsOverused")
        .withArgs(INVOICE, 100n, 100n, 1n);
    });

    it("adds up the same tag listed twice", async () => {
      const { claims, claimant } = await networkHelpers.loadFixture(deployClaims);
      const twice = [use(INVOICE, 100n, 60n), use(INVOICE, 100n, 40n)];
      await claims.reserve(claimant(1n), CNY, 0, twice, [], REF);
      expect((await claims.tallyOf(0, INVOICE)).reserved).to.equal(100n);
      await claims.release(claimant(1n), REF);
      expect((await claims.tallyOf(0, INVOICE)).reserved).to.equal(0n);
      const tooMuch = [use(OTHER, 100n, 60n), use(OTHER, 100n, 41n)];
      await expect(claims.reserve(claimant(2n), CNY, 0, tooMuch, [], REF))
        .to.be.revertedWithCustomError(claims, "ClaimsOverused")
        .withArgs(OTHER, 100n, 60n, 41n);
    });

    it("takes the largest amount there is", async () => {
      const { claims, claimant } = await networkHelpers.loadFixture(deployClaims);
      const most = (1n << 72n) - 1n;
      await claims.reserve(claimant(1n), CNY, 0, [use(INVOICE, most, most)], [], REF);
      await expect(claims.reserve(claimant(2n), CNY, 0, [use(INVOICE, most, most)], [], REF))
        .to.be.revertedWithCustomError(claims, "ClaimsOverused")
        .withArgs(INVOICE, most, most, most);
    });

    it("refuses another face or another currency for the same invoice", async () => {
      const { claims, claimant } = await networkHelpers.loadFixture(deployClaims);
      await claims.reserve(claimant(1n), CNY, 0, [use(INVOICE, 100n, 10n)], [], REF);
      await expect(claims.reserve(claimant(2n), CNY, 0, [use(INVOICE, 101n, 10n)], [], REF))
        .to.be.revertedWithCustomError(claims, "ClaimsOtherFace")
        .withArgs(INVOICE, 100n, 101n);
      await expect(claims.reserve(claimant(2n), USD, 0, [use(INVOICE, 100n, 10n)], [], REF))
        .to.be.revertedWithCustomError(claims, "ClaimsOtherUnit")
        .withArgs(INVOICE, CNY, USD);
    });

    it("refuses more than exists, nothing, and a use of nothing", async () => {
      const { claims, claimant } = await networkHelpers.loadFixture(deployClaims);
      await expect(claims.reserve(claimant(1n), CNY, 0, [use(INVOICE, 9n, 10n)], [], REF))
        .to.be.revertedWithCustomError(claims, "ClaimsOverused")
        .withArgs(INVOICE, 9n, 0n, 10n);
      await expect(claims.reserve(claimant(1n), CNY, 0, [], [], REF))
        .to.be.revertedWithCustomError(claims, "ClaimsNothingUsed")
        .withArgs(claimant(1n));
      await expect(claims.reserve(claimant(1n), CNY, 0, [use(INVOICE, 9n, 0n)], [], REF))
        .to.be.revertedWithCustomError(claims, "ClaimsZeroAmount")
        .withArgs(INVOICE);
    });

    it("takes 100 uses and refuses 101", async () => {
      const { claims, claimant } = await networkHelpers.loadFixture(deployClaims);
      const uses = Array.from({ length: 101 }, (_, i) => use(id(`invoice ${i}`), 5n, 5n));
      await expect(claims.reserve(claimant(1n), CNY, 0, uses, [], REF))
        .to.be.revertedWithCustomError(claims, "ClaimsTooMany")
        .withArgs(101n, 100n);
      await claims.reserve(claimant(1n), CNY, 0, uses.slice(1), [], REF);
      const [keys] = await claims.usesOf(claimant(1n));
      expect(keys).to.have.length(100);
    });

    it("refuses tags of another key epoch than the current one, 0", async () => {
      const { claims, claimant } = await networkHelpers.loadFixture(deployClaims);
      expect(await claims.epoch()).to.equal(0n);
      await expect(claims.reserve(claimant(1n), CNY, 1, [use(INVOICE, 9n, 9n)], [], REF))
        .to.be.revertedWithCustomError(claims, "ClaimsWrongEpoch")
        .withArgs(1n, 0n);
    });
  });

  describe("afterwards", () => {
    const reserved = async () => {
      const deployed = await deployClaims();
      const uses = [use(INVOICE, 100n, 60n)];
      await deployed.claims.reserve(deployed.claimant(1n), CNY, 0, uses, [], REF);
      return deployed;
    };

    it("a commitment stays used, satisfied or not", async () => {
      const { claims, claimant } = await networkHelpers.loadFixture(reserved);
      await expect(claims.commit(claimant(1n), REF))
        .to.emit(claims, "ClaimsMoved")
        .withArgs(claimant(1n), PHASE.live, REF);
      expect(await claims.tallyOf(0, INVOICE)).to.deep.equal([100n, 0n, 60n, CNY]);
      await expect(claims.satisfy(claimant(1n), REF))
        .to.emit(claims, "ClaimsMoved")
        .withArgs(claimant(1n), PHASE.satisfied, REF);
      expect(await claims.tallyOf(0, INVOICE)).to.deep.equal([100n, 0n, 60n, CNY]);
      expect(await claims.phaseOf(claimant(1n))).to.equal(PHASE.satisfied);
      await expect(claims.reserve(claimant(2n), CNY, 0, [use(INVOICE, 100n, 41n)], [], REF))
        .to.be.revertedWithCustomError(claims, "ClaimsOverused")
        .withArgs(INVOICE, 100n, 60n, 41n);
    });

    it("a release gives everything back, and the face may be stated anew", async () => {
      const { claims, claimant } = await networkHelpers.loadFixture(reserved);
      await expect(claims.release(claimant(1n), REF))
        .to.emit(claims, "ClaimsMoved")
        .withArgs(claimant(1n), PHASE.released, REF);
      expect(await claims.tallyOf(0, INVOICE)).to.deep.equal([0n, 0n, 0n, "0x000000"]);
      await claims.reserve(claimant(2n), USD, 0, [use(INVOICE, 7n, 7n)], [], REF);
      expect(await claims.tallyOf(0, INVOICE)).to.deep.equal([7n, 7n, 0n, USD]);
    });

    it("the face stays as stated while another claimant uses the invoice", async () => {
      const { claims, claimant } = await networkHelpers.loadFixture(reserved);
      await claims.reserve(claimant(2n), CNY, 0, [use(INVOICE, 100n, 5n)], [], REF);
      await claims.release(claimant(1n), REF);
      await expect(claims.reserve(claimant(3n), CNY, 0, [use(INVOICE, 90n, 5n)], [], REF))
        .to.be.revertedWithCustomError(claims, "ClaimsOtherFace")
        .withArgs(INVOICE, 100n, 90n);
    });

    it("no phase is taken twice or out of turn", async () => {
      const { claims, claimant } = await networkHelpers.loadFixture(reserved);
      const wrong = async (
        sent: Promise<unknown>,
        claimantOf: bigint,
        actual: bigint,
        needed: bigint,
      ) =>
        expect(sent)
          .to.be.revertedWithCustomError(claims, "ClaimsWrongPhase")
          .withArgs(claimant(claimantOf), actual, needed);
      const uses = [use(OTHER, 1n, 1n)];
      await wrong(claims.commit(claimant(9n), REF), 9n, PHASE.none, PHASE.reserved);
      await wrong(
        claims.reserve(claimant(1n), CNY, 0, uses, [], REF),
        1n,
        PHASE.reserved,
        PHASE.none,
      );
      await wrong(claims.satisfy(claimant(1n), REF), 1n, PHASE.reserved, PHASE.live);
      await claims.commit(claimant(1n), REF);
      await wrong(claims.release(claimant(1n), REF), 1n, PHASE.live, PHASE.reserved);
      await wrong(claims.commit(claimant(1n), REF), 1n, PHASE.live, PHASE.reserved);
      await claims.satisfy(claimant(1n), REF);
      await wrong(claims.satisfy(claimant(1n), REF), 1n, PHASE.satisfied, PHASE.live);
      await claims.reserve(claimant(2n), CNY, 0, uses, [], REF);
      await claims.release(claimant(2n), REF);
      await wrong(claims.release(claimant(2n), REF), 2n, PHASE.released, PHASE.reserved);
      await wrong(
        claims.reserve(claimant(2n), CNY, 0, uses, [], REF),
        2n,
        PHASE.released,
        PHASE.none,
      );
    });
  });

  describe("authority", () => {
    it("only contracts with the grant call a verb", async () => {
      const { claims, stranger, claimant } = await networkHelpers.loadFixture(deployClaims);
      const asStranger = claims.connect(stranger);
      const one = claimant(1n);
      for (const sent of [
        asStranger.reserve(one, CNY, 0, [use(INVOICE, 1n, 1n)], [], REF),
        asStranger.commit(one, REF),
        asStranger.release(one, REF),
        asStranger.satisfy(one, REF),
        asStranger.lower(one, 0n, 1n, INVOICE, REF),
        asStranger.openEpoch(INVOICE, REF),
        asStranger.claimRange(one, bill, [], [0n], REF),
      ]) {
        await expect(sent)
          .to.be.revertedWithCustomError(claims, "AccessManagedUnauthorized")
          .withArgs(stranger.address);
      }
    });

    it("a contract claims for its own assets alone", async () => {
      const { claims, keeper } = await networkHelpers.loadFixture(deployClaims);
      for (const sent of [
        claims.reserve(ZeroHash, CNY, 0, [use(INVOICE, 1n, 1n)], [], REF),
        claims.commit(ZeroHash, REF),
        claims.release(ZeroHash, REF),
        claims.satisfy(ZeroHash, REF),
        claims.lower(ZeroHash, 0n, 1n, INVOICE, REF),
        claims.claimRange(ZeroHash, bill, [], [0n], REF),
      ]) {
        await expect(sent)
          .to.be.revertedWithCustomError(claims, "ClaimsForeignClaimant")
          .withArgs(ZeroHash, keeper.address);
      }
    });
  });
});
