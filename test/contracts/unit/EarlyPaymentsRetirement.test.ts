import { expect } from "chai";
import { id } from "ethers";
import { chain } from "../../helpers/chain.ts";
import { civilDay } from "../../helpers/civilDay.ts";
import { earlyPaymentFixture } from "../../helpers/earlyPaymentFixture.ts";
import { earlyPaymentTypes } from "../../helpers/earlyPaymentTypes.ts";
import { ref } from "../../helpers/ref.ts";

const { networkHelpers } = chain;
const types = earlyPaymentTypes.retirement;

describe("Retiring to a bill", () => {
  it("ends a part of a position and claims a part of the bill", async () => {
    const { earlyPayments, certificates, claims, receivables, retire, billTag, ...rest } =
      await networkHelpers.loadFixture(earlyPaymentFixture);
    const { root, receivable, amount } = rest;
    const sent = retire();
    await expect(sent)
      .to.emit(earlyPayments, "RetiredToBill")
      .withArgs(root, billTag, (terms: { value: bigint }) => terms.value === 250_000n, ref);
    await expect(sent)
      .to.emit(claims, "RangeClaimed")
      .withArgs(await claims.keyOf(0n, billTag), () => true, 0n, 250_000n, ref);
    await expect(sent)
      .to.emit(receivables, "ReceivableReduced")
      .withArgs(receivable, 250_000n, ref);
    const totals = await certificates.totalsOf(receivable);
    expect([totals.live, totals.settled, totals.retired]).to.deep.equal([
      amount - 250_000n,
      0n,
      250_000n,
    ]);
    expect((await certificates.positionOf(root)).link.value).to.equal(amount - 250_000n);
  });

  it("takes neighbouring sub-ranges and never the same minor unit twice", async () => {
    const { claims, retire, billTag, certificates, receivable } =
      await networkHelpers.loadFixture(earlyPaymentFixture);
    await retire();
    await retire({ value: 10n, from: 250_000n, to: 250_010n }, 0n);
    await expect(retire({ value: 2n, from: 250_009n, to: 250_011n }, 250_000n))
      .to.be.revertedWithCustomError(claims, "ClaimsRangeTaken")
      .withArgs(await claims.keyOf(0n, billTag), 250_009n, 250_011n, 250_000n, 250_010n);
    expect((await certificates.totalsOf(receivable)).retired).to.equal(250_010n);
  });

  it("discharges the receivable when nothing is left", async () => {
    const { receivables, retire, receivable, amount } =
      await networkHelpers.loadFixture(earlyPaymentFixture);
    await expect(retire({ value: amount, from: 7n, to: amount + 7n }))
      .to.emit(receivables, "ReceivableDischarged")
      .withArgs(receivable, ref);
  });

  it("is possible after the due day, and clears an overdue mark when nothing is unpaid", async () => {
    const { settlementRuns, retire, receivable, amount, dueDay, who, members } =
      await networkHelpers.loadFixture(earlyPaymentFixture);
    await civilDay.goTo(dueDay + 6n);
    await settlementRuns.markOverdue(receivable, ref);
    await retire();
    expect(await settlementRuns.isOverdue(receivable)).to.equal(true);
    const rest = amount - 250_000n;
    await expect(retire({ value: rest, from: 250_000n, to: amount }, 0n))
      .to.emit(settlementRuns, "OverdueCleared")
      .withArgs(receivable, who.obligor.id, ref);
    expect((await members.memberOf(who.obligor.id)).overdue).to.equal(0n);
  });

  it("is possible between two runs and not during one", async () => {
    const { earlyPayments, settlementRuns, retire, pay, receivable, dueDay } =
      await networkHelpers.loadFixture(earlyPaymentFixture);
    await civilDay.goTo(dueDay);
    await pay(receivable, 100n);
    await expect(retire())
      .to.be.revertedWithCustomError(earlyPayments, "EarlyPaymentsRunOpen")
      .withArgs(receivable);
    await settlementRuns.settleBatch(receivable, 5n, ref);
    await expect(retire()).to.emit(earlyPayments, "RetiredToBill");
  });

  it("needs a sub-range as long as the value", async () => {
    const { earlyPayments, retire } = await networkHelpers.loadFixture(earlyPaymentFixture);
    const ranges = [
      [0n, 249_999n],
      [0n, 250_001n],
      [250_000n, 0n],
      [5n, 5n],
    ] as const;
    for (const [from, to] of ranges) {
      await expect(retire({ from, to }))
        .to.be.revertedWithCustomError(earlyPayments, "EarlyPaymentsRangeDiffers")
        .withArgs(250_000n, from, to);
    }
    await expect(retire({ value: 0n, from: 5n, to: 5n }))
      .to.be.revertedWithCustomError(earlyPayments, "EarlyPaymentsRangeDiffers")
      .withArgs(0n, 5n, 5n);
  });

  it("takes free value only", async () => {
    const { certificates, agree, retire, root, amount } =
      await networkHelpers.loadFixture(earlyPaymentFixture);
    await agree();
    await expect(retire({ value: amount, to: amount }))
      .to.be.revertedWithCustomError(certificates, "SplitTokenExceedsFree")
      .withArgs(root, amount - 400_000n, amount);
  });

  it("is refused for a frozen position", async () => {
    const { certificates, retire, setFrozen, root } =
      await networkHelpers.loadFixture(earlyPaymentFixture);
    await setFrozen(root, true);
    await expect(retire())
      .to.be.revertedWithCustomError(certificates, "SplitTokenFrozen")
      .withArgs(root);
  });

  it("needs the parties of the position", async () => {
    const { earlyPayments, retire, root, who } =
      await networkHelpers.loadFixture(earlyPaymentFixture);
    await expect(retire({ obligor: who.otherObligor.id }))
      .to.be.revertedWithCustomError(earlyPayments, "EarlyPaymentsNotObligor")
      .withArgs(root, who.otherObligor.id, who.obligor.id);
    await expect(retire({}, undefined, who.tierTwo))
      .to.be.revertedWithCustomError(earlyPayments, "EarlyPaymentsNotHolder")
      .withArgs(root, who.tierTwo.id, who.tierOne.id);
  });

  it("counts each signature once and covers every term", async () => {
    const { earlyPayments, members, retirementOf, sign, noLeft, who } =
      await networkHelpers.loadFixture(earlyPaymentFixture);
    const terms = retirementOf();
    const both = [
      await sign(types, terms, who.obligor),
      await sign(types, terms, who.tierOne),
    ] as const;
    const changes = [
      { bill: { ...terms.bill, tag: id("another bill") } },
      { bill: { ...terms.bill, from: 1n, to: 250_001n } },
      { value: 10n, bill: { ...terms.bill, to: 10n } },
      { bill: { ...terms.bill, epoch: 1n } },
      { earlier: [{ epoch: 0n, tags: [id("another bill")] }] },
      { obligorNonce: 77n },
      { holderNonce: 77n },
    ];
    for (const change of changes) {
      await expect(
        earlyPayments.retireToBill({ ...terms, ...change }, [noLeft], ...both, ref),
        Object.keys(change).join(),
      ).to.be.revertedWithCustomError(members, "MembersSignatureInvalid");
    }
    await earlyPayments.retireToBill(terms, [noLeft], ...both, ref);
    await expect(earlyPayments.retireToBill(terms, [noLeft], ...both, ref))
      .to.be.revertedWithCustomError(earlyPayments, "EarlyPaymentsNonceUsed")
      .withArgs(who.obligor.id, terms.obligorNonce);
  });

  it("isn't an agreement on an early payment, nor the other way round", async () => {
    const { earlyPayments, members, retirementOf, sign, noLeft, who } =
      await networkHelpers.loadFixture(earlyPaymentFixture);
    const terms = retirementOf();
    const asPayment = { ...terms, face: 250_000n, paid: 1n, bank: who.bank.id, expiresAt: 0n };
    const obligor = await sign(earlyPaymentTypes.agreement, asPayment, who.obligor);
    const holder = await sign(types, terms, who.tierOne);
    await expect(
      earlyPayments.retireToBill(terms, [noLeft], obligor, holder, ref),
    ).to.be.revertedWithCustomError(members, "MembersSignatureInvalid");
  });
});
