import { expect } from "chai";
import { chain } from "../../helpers/chain.ts";
import { civilDay } from "../../helpers/civilDay.ts";
import { earlyPaymentFixture } from "../../helpers/earlyPaymentFixture.ts";
import { earlyPaymentTypes } from "../../helpers/earlyPaymentTypes.ts";
import { ref } from "../../helpers/ref.ts";

const { networkHelpers } = chain;
const types = earlyPaymentTypes.agreement;

/** Terms that both parties signed, not sent yet. */
async function signed() {
  const setting = await earlyPaymentFixture();
  const { sign, termsOf, who } = setting;
  const terms = await termsOf();
  const obligor = await sign(types, terms, who.obligor);
  const holder = await sign(types, terms, who.tierOne);
  return { ...setting, terms, obligor, holder };
}

describe("An early payment is refused", () => {
  it("when more would be paid than ends", async () => {
    const { earlyPayments, terms, obligor, holder } = await networkHelpers.loadFixture(signed);
    await expect(earlyPayments.agree({ ...terms, paid: 400_001n }, obligor, holder, ref))
      .to.be.revertedWithCustomError(earlyPayments, "EarlyPaymentsPaidAboveFace")
      .withArgs(400_001n, 400_000n);
  });

  it("when nothing would be paid or nothing would end", async () => {
    const { agree, settlement, certificates } =
      await networkHelpers.loadFixture(earlyPaymentFixture);
    await expect(agree({ paid: 0n })).to.be.revertedWithCustomError(
      settlement,
      "SettlementZeroAmount",
    );
    await expect(agree({ face: 0n, paid: 0n })).to.be.revertedWithCustomError(
      certificates,
      "SplitTokenZeroValue",
    );
  });

  it("when the position has less free value", async () => {
    const { agree, certificates, root, amount } =
      await networkHelpers.loadFixture(earlyPaymentFixture);
    await agree();
    await expect(agree({ face: amount }))
      .to.be.revertedWithCustomError(certificates, "SplitTokenExceedsFree")
      .withArgs(root, amount - 400_000n, amount);
  });

  it("when the terms name another obligor or another holder", async () => {
    const { earlyPayments, terms, obligor, holder, who, root } =
      await networkHelpers.loadFixture(signed);
    const other = who.otherObligor.id;
    await expect(earlyPayments.agree({ ...terms, obligor: other }, obligor, holder, ref))
      .to.be.revertedWithCustomError(earlyPayments, "EarlyPaymentsNotObligor")
      .withArgs(root, other, who.obligor.id);
    await expect(earlyPayments.agree({ ...terms, holder: other }, obligor, holder, ref))
      .to.be.revertedWithCustomError(earlyPayments, "EarlyPaymentsNotHolder")
      .withArgs(root, other, who.tierOne.id);
  });

  it("for a position that doesn't exist", async () => {
    const { earlyPayments, certificates, terms, obligor, holder, token, receivable } =
      await networkHelpers.loadFixture(signed);
    const unknown = token(receivable, 77n);
    await expect(earlyPayments.agree({ ...terms, token: unknown }, obligor, holder, ref))
      .to.be.revertedWithCustomError(certificates, "SplitTokenUnknown")
      .withArgs(unknown);
  });

  it("for a frozen position", async () => {
    const { agree, certificates, setFrozen, root } =
      await networkHelpers.loadFixture(earlyPaymentFixture);
    await setFrozen(root, true);
    await expect(agree())
      .to.be.revertedWithCustomError(certificates, "SplitTokenFrozen")
      .withArgs(root);
  });

  it("after the due day", async () => {
    const { agree, earlyPayments, receivable, dueDay } =
      await networkHelpers.loadFixture(earlyPaymentFixture);
    await civilDay.goTo(dueDay);
    await agree({ face: 1n, paid: 1n });
    await civilDay.goTo(dueDay + 1n);
    await expect(agree())
      .to.be.revertedWithCustomError(earlyPayments, "EarlyPaymentsTooLate")
      .withArgs(receivable, dueDay + 1n, dueDay);
  });

  it("on the due day once a run opened", async () => {
    const { agree, pay, earlyPayments, receivable, dueDay } =
      await networkHelpers.loadFixture(earlyPaymentFixture);
    await civilDay.goTo(dueDay);
    await pay(receivable, 5n);
    await expect(agree())
      .to.be.revertedWithCustomError(earlyPayments, "EarlyPaymentsTooLate")
      .withArgs(receivable, dueDay, dueDay);
  });

  it("for a position that was financed with recourse", async () => {
    const { earlyPayments, factoring, certificates, sign, termsOf, token, ...rest } =
      await networkHelpers.loadFixture(earlyPaymentFixture);
    const { who, root, receivable, amount, inDays } = rest;
    const committer = await chain.ethers.getImpersonatedSigner(await factoring.getAddress());
    const holds = certificates.connect(committer) as typeof certificates;
    await holds.hold(root, who.tierOne.id, amount, await inDays(1), ref);
    // Bought by a financier, with recourse.
    await holds.commitHold(1n, who.financierA.id, 2n | 4n, 1n, ref, ref);
    const child = token(receivable, 2n);
    const terms = await termsOf({ token: child, holder: who.financierA.id });
    const both = [
      await sign(types, terms, who.obligor),
      await sign(types, terms, who.financierA),
    ] as const;
    await expect(earlyPayments.agree(terms, ...both, ref))
      .to.be.revertedWithCustomError(earlyPayments, "EarlyPaymentsRecourse")
      .withArgs(child);
  });

  it("when the expiry has passed", async () => {
    const { agree, certificates, inDays } = await networkHelpers.loadFixture(earlyPaymentFixture);
    const past = (await inDays(0)) - 1n;
    await expect(agree({ expiresAt: past })).to.be.revertedWithCustomError(
      certificates,
      "SplitTokenExpiryInPast",
    );
  });
});

describe("The signatures of an early payment", () => {
  it("count once", async () => {
    const { earlyPayments, terms, obligor, holder, who } = await networkHelpers.loadFixture(signed);
    await earlyPayments.agree(terms, obligor, holder, ref);
    expect(await earlyPayments.isNonceUsed(who.obligor.id, terms.obligorNonce)).to.equal(true);
    await expect(earlyPayments.agree(terms, obligor, holder, ref))
      .to.be.revertedWithCustomError(earlyPayments, "EarlyPaymentsNonceUsed")
      .withArgs(who.obligor.id, terms.obligorNonce);
  });

  it("are void once either party cancelled its nonce", async () => {
    const { earlyPayments, terms, obligor, holder, who } = await networkHelpers.loadFixture(signed);
    await expect(earlyPayments.connect(who.tierOne.account).cancelNonce(terms.holderNonce, ref))
      .to.emit(earlyPayments, "EarlyPaymentNonceCancelled")
      .withArgs(who.tierOne.id, terms.holderNonce, ref);
    await expect(earlyPayments.agree(terms, obligor, holder, ref))
      .to.be.revertedWithCustomError(earlyPayments, "EarlyPaymentsNonceUsed")
      .withArgs(who.tierOne.id, terms.holderNonce);
    await expect(earlyPayments.connect(who.tierOne.account).cancelNonce(terms.holderNonce, ref))
      .to.be.revertedWithCustomError(earlyPayments, "EarlyPaymentsNonceUsed")
      .withArgs(who.tierOne.id, terms.holderNonce);
  });

  it("can't be cancelled by a stranger", async () => {
    const { earlyPayments, members, stranger } = await networkHelpers.loadFixture(signed);
    await expect(earlyPayments.connect(stranger).cancelNonce(1n, ref))
      .to.be.revertedWithCustomError(members, "MembersAccountNotActive")
      .withArgs(stranger);
  });

  it("cover every term", async () => {
    const { earlyPayments, members, terms, obligor, holder, pass, root, who } =
      await networkHelpers.loadFixture(signed);
    await pass(root, who.tierTwo.id, 5n);
    const changes = [
      { face: terms.face - 1n },
      { paid: terms.paid - 1n },
      { bank: who.financierA.id },
      { expiresAt: terms.expiresAt + 1n },
      { obligorNonce: 99n },
      { holderNonce: 99n },
    ];
    for (const change of changes) {
      await expect(
        earlyPayments.agree({ ...terms, ...change }, obligor, holder, ref),
        Object.keys(change).join(),
      ).to.be.revertedWithCustomError(members, "MembersSignatureInvalid");
    }
  });

  it("are one of each party, not two of one", async () => {
    const { earlyPayments, members, terms, obligor, holder, who } =
      await networkHelpers.loadFixture(signed);
    await expect(earlyPayments.agree(terms, obligor, obligor, ref))
      .to.be.revertedWithCustomError(members, "MembersNotAccountOf")
      .withArgs(who.obligor.account, who.tierOne.id);
    await expect(earlyPayments.agree(terms, holder, holder, ref))
      .to.be.revertedWithCustomError(members, "MembersNotAccountOf")
      .withArgs(who.tierOne.account, who.obligor.id);
  });

  it("may be left empty by the account that sends, and by nobody else", async () => {
    const { earlyPayments, members, terms, obligor, holder, who, stranger } =
      await networkHelpers.loadFixture(signed);
    const empty = (account: { address: string }) => ({
      account: account.address,
      deadline: 0n,
      epoch: 0n,
      signature: "0x",
    });
    const unsigned = { ...obligor, signature: "0x" };
    await expect(earlyPayments.agree(terms, unsigned, holder, ref)).to.be.revertedWithCustomError(
      members,
      "MembersSignatureInvalid",
    );
    await expect(earlyPayments.connect(stranger).agree(terms, empty(stranger), holder, ref))
      .to.be.revertedWithCustomError(members, "MembersNotAccountOf")
      .withArgs(stranger, who.obligor.id);
    const own = earlyPayments.connect(who.tierOne.account);
    await expect(own.agree(terms, empty(who.tierOne.account), holder, ref))
      .to.be.revertedWithCustomError(members, "MembersNotAccountOf")
      .withArgs(who.tierOne.account, who.obligor.id);
    await expect(own.agree(terms, obligor, empty(who.tierOne.account), ref)).to.emit(
      earlyPayments,
      "EarlyPaymentAgreed",
    );
  });

  it("are void after their deadline, on another chain and before another contract", async () => {
    const { earlyPayments, members, terms, holder, sign, who, inDays, settlement } =
      await networkHelpers.loadFixture(signed);
    const past = (await inDays(0)) - 1n;
    const late = await sign(types, terms, who.obligor, { deadline: past });
    await expect(earlyPayments.agree(terms, late, holder, ref)).to.be.revertedWithCustomError(
      members,
      "MembersSignatureExpired",
    );
    const elsewhere = [{ chainId: 1n }, { verifyingContract: await settlement.getAddress() }];
    for (const on of elsewhere) {
      const wrong = await sign(types, terms, who.obligor, { on });
      await expect(earlyPayments.agree(terms, wrong, holder, ref)).to.be.revertedWithCustomError(
        members,
        "MembersSignatureInvalid",
      );
    }
  });

  it("are void once an account of the signer was revoked", async () => {
    const { earlyPayments, members, sign, termsOf, who, fresh } =
      await networkHelpers.loadFixture(earlyPaymentFixture);
    await members.connect(who.tierOne.account).addAccount(fresh, ref);
    await networkHelpers.time.increase(48 * 60 * 60);
    const terms = await termsOf();
    const obligor = await sign(types, terms, who.obligor);
    const holder = await sign(types, terms, who.tierOne);
    await members.connect(who.tierOne.account).revokeAccount(fresh, ref);
    await expect(earlyPayments.agree(terms, obligor, holder, ref))
      .to.be.revertedWithCustomError(members, "MembersWrongEpoch")
      .withArgs(who.tierOne.id, holder.epoch, holder.epoch + 1n);
  });
});
