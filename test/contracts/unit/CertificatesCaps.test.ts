import { expect } from "chai";
import { cappedFixture } from "../../helpers/cappedFixture.ts";
import { chain } from "../../helpers/chain.ts";
import { ref } from "../../helpers/ref.ts";

const { loadFixture, time } = chain.networkHelpers;
const token = (serial: bigint): bigint => (900n << 32n) | serial;

describe("The caps of circulation", () => {
  it("stop at the deepest tier", async () => {
    const { certificates, as, who, root, trade } = await loadFixture(cappedFixture);
    await as(who.tierOne).transfer(root, who.tierTwo.id, 500n, trade, ref);
    await expect(as(who.tierTwo).transfer(token(2n), who.tierThree.id, 500n, trade, ref))
      .to.be.revertedWithCustomError(certificates, "SplitTokenTierCap")
      .withArgs(token(2n), 3n, 2n);
    const expiresAt = (await time.latest()) + 1_000;
    await expect(as(who.tierTwo).offer(token(2n), who.tierThree.id, 500n, expiresAt, trade, ref))
      .to.be.revertedWithCustomError(certificates, "SplitTokenTierCap")
      .withArgs(token(2n), 3n, 2n);
  });

  it("stop at the serials that a receivable may have, and warn before", async () => {
    const { certificates, as, who, root } = await loadFixture(cappedFixture);
    const mine = as(who.tierOne);
    await expect(mine.split(root, 100n, ref)).not.to.emit(certificates, "CirculationWarning");
    await expect(mine.split(root, 100n, ref))
      .to.emit(certificates, "CirculationWarning")
      .withArgs(root, 3n, 1n, ref);
    await mine.split(root, 100n, ref);
    await expect(mine.split(root, 100n, ref))
      .to.be.revertedWithCustomError(certificates, "SplitTokenSplitCap")
      .withArgs(root, 5n, 4n);
  });

  it("refuse dust: a part below the minimum lot, or a rest that would be", async () => {
    const { certificates, as, who, root, trade } = await loadFixture(cappedFixture);
    const mine = as(who.tierOne);
    const to = who.tierTwo.id;
    for (const part of [99n, 901n]) {
      for (const sent of [mine.transfer(root, to, part, trade, ref), mine.split(root, part, ref)])
        await expect(sent)
          .to.be.revertedWithCustomError(certificates, "SplitTokenBelowMinLot")
          .withArgs(root, 99n, 100n);
    }
    const rest = mine.transferBatch(root, [{ to, value: 901n, tradeReference: trade }], ref);
    await expect(rest)
      .to.be.revertedWithCustomError(certificates, "SplitTokenBelowMinLot")
      .withArgs(root, 99n, 100n);
    await mine.transfer(root, who.tierTwo.id, 900n, trade, ref);
    await mine.transfer(root, who.tierTwo.id, 100n, trade, ref);
  });

  it("let the whole of a small certificate pass", async () => {
    const { certificates, as, who, issuer, slot, trade } = await loadFixture(cappedFixture);
    await certificates.connect(issuer).issue(901n, who.tierOne.id, 5n, slot, ref);
    await as(who.tierOne).transfer((901n << 32n) | 1n, who.tierTwo.id, 5n, trade, ref);
  });

  it("don't let a receivable be issued twice, or for nothing", async () => {
    const { certificates, who, issuer, slot } = await loadFixture(cappedFixture);
    const certificate = certificates.connect(issuer);
    await expect(certificate.issue(900n, who.tierOne.id, 5n, slot, ref))
      .to.be.revertedWithCustomError(certificates, "CertificatesIssued")
      .withArgs(900n);
    await expect(certificate.issue(902n, who.tierOne.id, 0n, slot, ref))
      .to.be.revertedWithCustomError(certificates, "SplitTokenZeroValue")
      .withArgs(902n << 32n);
  });
});
