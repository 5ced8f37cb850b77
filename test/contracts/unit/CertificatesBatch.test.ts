import { expect } from "chai";
import { chain } from "../../helpers/chain.ts";
import { circulationFixture } from "../../helpers/circulationFixture.ts";
import { ref } from "../../helpers/ref.ts";

const { loadFixture } = chain.networkHelpers;

describe("Passing parts of a certificate to many recipients at once", () => {
  it("gives each its child, in consecutive serials", async () => {
    const { certificates, as, who, root, serial, value, trade, positionOf } =
      await loadFixture(circulationFixture);
    const passes = Array.from({ length: 200 }, (_, index) => ({
      to: index % 2 === 0 ? who.tierTwo.id : who.tierThree.id,
      value: 1_000n + BigInt(index),
      tradeReference: trade,
    }));
    await as(who.tierOne).transferBatch(root, passes, ref);
    const passed = passes.reduce((sum, pass) => sum + pass.value, 0n);
    expect((await positionOf(root)).value).to.equal(value - passed);
    expect((await positionOf(serial(201n))).value).to.equal(1_199n);
    expect((await certificates.slotInfo(root >> 32n)).serials).to.equal(201n);
  });

  it("is refused whole when one item is bad, and names the item and why", async () => {
    const { certificates, members, as, who, root, value, trade, positionOf } =
      await loadFixture(circulationFixture);
    const good = { to: who.tierTwo.id, value: 10n, tradeReference: trade };
    const errors = certificates.interface;
    const bad: readonly [object, string][] = [
      [{ value: 0n }, errors.encodeErrorResult("SplitTokenZeroValue", [root])],
      [{ value }, errors.encodeErrorResult("SplitTokenExceedsFree", [root, value - 20n, value])],
      [
        { to: who.tierOne.id },
        errors.encodeErrorResult("SplitTokenToSelf", [root, who.tierOne.id]),
      ],
      [
        { to: who.obligor.id },
        errors.encodeErrorResult("SplitTokenToDebtor", [root, who.obligor.id]),
      ],
      [
        { to: who.bank.id },
        errors.encodeErrorResult("SplitTokenNotAccepted", [who.bank.id, who.tierOne.id, 0n]),
      ],
    ];
    for (const [changes, reason] of bad)
      await expect(as(who.tierOne).transferBatch(root, [good, good, { ...good, ...changes }], ref))
        .to.be.revertedWithCustomError(certificates, "SplitTokenBatchItem")
        .withArgs(2n, reason);
    await members.connect(who.operator.account).setSuspensions(who.tierTwo.id, 1n << 4n, ref, ref);
    const reason = members.interface.encodeErrorResult("MembersSuspended", [who.tierTwo.id, 16n]);
    await expect(as(who.tierOne).transferBatch(root, [good], ref))
      .to.be.revertedWithCustomError(certificates, "SplitTokenBatchItem")
      .withArgs(0n, reason);
    expect((await positionOf(root)).value).to.equal(value);
  });

  it("takes 1 to 200 items", async () => {
    const { certificates, as, who, root, trade } = await loadFixture(circulationFixture);
    const pass = { to: who.tierTwo.id, value: 1n, tradeReference: trade };
    for (const count of [0, 201])
      await expect(as(who.tierOne).transferBatch(root, new Array(count).fill(pass), ref))
        .to.be.revertedWithCustomError(certificates, "SplitTokenBatchSize")
        .withArgs(BigInt(count), 200n);
  });
});
