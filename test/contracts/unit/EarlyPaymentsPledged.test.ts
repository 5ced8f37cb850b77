import { expect } from "chai";
import { chain } from "../../helpers/chain.ts";
import { civilDay } from "../../helpers/civilDay.ts";
import { pledgedPaymentFixture } from "../../helpers/pledgedPaymentFixture.ts";
import { ref } from "../../helpers/ref.ts";
import { settlementEnums } from "../../helpers/settlementEnums.ts";

const { loadFixture } = chain.networkHelpers;
const { outcome } = settlementEnums;
const paymentState = { agreed: 1n, waiting: 2n, settled: 3n, failed: 4n } as const;
const lienState = { active: 2n, selling: 3n, ended: 5n } as const;

type Setting = Awaited<ReturnType<typeof pledgedPaymentFixture>>;

async function lienOf({ liens }: Setting, lien: bigint) {
  const { amount, state } = await liens.lienOf(lien);
  return { amount, state };
}

/** Whether the lien's hold waits for an accepted payment. */
async function isFirm({ certificates, lien }: Setting): Promise<boolean> {
  return (await certificates.holdOf(lien & ((1n << 64n) - 1n))).firm;
}

async function stateOf({ earlyPayments }: Setting): Promise<bigint> {
  return (await earlyPayments.earlyPaymentOf(1n)).state;
}

/** I1, I3 and I7. */
async function expectConserved(s: Setting): Promise<void> {
  const { certificates, receivable, amount, root, liens, addresses } = s;
  const { live, settled, retired } = await certificates.totalsOf(receivable);
  expect(live + settled + retired, "I1").to.equal(amount);
  const { held, value } = await s.positionOf(root);
  const ids = await liens.liensOn(addresses.creditCertificates, root);
  const amounts = await Promise.all(ids.map(async (lien) => (await liens.lienOf(lien)).amount));
  expect(
    amounts.reduce((a, b) => a + b, 0n),
    "I7",
  ).to.equal(held);
  expect(held <= value, "I3").to.equal(true);
}

/** Agreed, and accepted by its bank. */
async function accepted() {
  const s = await pledgedPaymentFixture();
  const instruction = await s.agreePledged();
  const bank = s.settlement.connect(s.who.bank.account);
  await expect(bank.acceptInstruction(instruction, await civilDay.today(), ref))
    .to.emit(s.earlyPayments, "EarlyPaymentBoundLien")
    .withArgs(1n, s.lien, ref);
  return { ...s, bank, instruction };
}

describe("An early payment of pledged value", () => {
  it("instructs the secured party's payment and leaves the lien as it is", async () => {
    const s = await loadFixture(pledgedPaymentFixture);
    const { earlyPayments, settlement, who, root, lien } = s;
    const payment = await s.paymentOf();
    const sent = s.send(payment);
    await expect(sent)
      .to.emit(earlyPayments, "EarlyPaymentOfLien")
      .withArgs(1n, lien, who.financierA.id, ref);
    await expect(sent)
      .to.emit(settlement, "InstructionIssued")
      .withArgs(
        1n,
        who.obligor.id,
        who.financierA.id,
        (i: { amount: bigint }) => i.amount === 290_000n,
        (legs: { face: bigint; paid: bigint }[]) =>
          legs.map(({ face, paid }) => `${face} ${paid}`).join() === "290000 290000,10000 0",
        ref,
      );
    expect(await lienOf(s, lien)).to.deep.equal({ amount: 400_000n, state: lienState.active });
    expect((await s.positionOf(root)).held).to.equal(400_000n);
    expect(await earlyPayments.lienPaidBy(1n)).to.equal(lien);
    expect(await earlyPayments.earlyPaymentOf(1n)).to.deep.equal([
      root,
      300_000n,
      290_000n,
      lien & ((1n << 64n) - 1n),
      1n,
      paymentState.agreed,
    ]);
    await expectConserved(s);
  });

  it("ends so much of the certificate and of the lien when it is paid", async () => {
    const s = await loadFixture(accepted);
    const { certificates, earlyPayments, liens, who, receivable, root, lien } = s;
    const sent = s.attest(s.instruction);
    await expect(sent)
      .to.emit(liens, "LienPaid")
      .withArgs(lien, 0n, who.financierA.id, 300_000n, 100_000n, ref);
    await expect(sent)
      .to.emit(earlyPayments, "EarlyPaymentSettled")
      .withArgs(1n, root, 300_000n, 290_000n, ref);
    expect(await lienOf(s, lien)).to.deep.equal({ amount: 100_000n, state: lienState.active });
    const { held, value } = await s.positionOf(root);
    expect([held, value]).to.deep.equal([100_000n, 700_000n]);
    expect(await isFirm(s)).to.equal(false);
    expect((await certificates.totalsOf(receivable)).settled).to.equal(300_000n);
    await expectConserved(s);
  });

  it("ends a lien whose whole value is paid, and frees its place in the rank", async () => {
    const s = await loadFixture(pledgedPaymentFixture);
    const { liens, addresses, root, lien } = s;
    const instruction = await s.agreePledged({ terms: { face: 400_000n } });
    await s.attest(instruction);
    expect(await lienOf(s, lien)).to.deep.equal({ amount: 0n, state: lienState.ended });
    expect(await liens.liensOn(addresses.creditCertificates, root)).to.deep.equal([]);
    const { held, value, flags } = await s.positionOf(root);
    expect([held, value, flags]).to.deep.equal([0n, 600_000n, 0n]);
    await expectConserved(s);
  });

  it("binds the lien from its bank's acceptance on: neither released nor sold nor paid twice", async () => {
    const s = await loadFixture(accepted);
    const { liens, earlyPayments, settlement, who, lien } = s;
    expect((await lienOf(s, lien)).state).to.equal(lienState.selling);
    expect(await isFirm(s)).to.equal(true);
    await expect(s.as(who.financierA).release(lien, 1n, ref))
      .to.be.revertedWithCustomError(liens, "LiensWrongState")
      .withArgs(lien, lienState.selling, lienState.active);
    await expect(s.agreePledged())
      .to.be.revertedWithCustomError(earlyPayments, "EarlyPaymentsLienInactive")
      .withArgs(lien, lienState.selling);
    expect(await settlement.instructionCount()).to.equal(s.instruction);
  });

  it("changes nothing when it is returned", async () => {
    const s = await loadFixture(accepted);
    await s.attest(s.instruction, { outcome: outcome.returned });
    expect(await stateOf(s)).to.equal(paymentState.failed);
    expect(await lienOf(s, s.lien)).to.deep.equal({ amount: 400_000n, state: lienState.active });
    expect((await s.positionOf(s.root)).held).to.equal(400_000n);
    expect(await isFirm(s)).to.equal(false);
    await s.attest(await s.agreePledged());
    expect(await stateOf(s)).to.equal(paymentState.failed);
    await expectConserved(s);
  });

  it("that no bank accepts expires without touching a lien that is for sale meanwhile", async () => {
    const s = await loadFixture(pledgedPaymentFixture);
    const { settlement, lien } = s;
    const instruction = await s.agreePledged();
    const other = await s.agreePledged({ terms: { face: 100_000n, paid: 100_000n } });
    const bank = settlement.connect(s.who.bank.account);
    await bank.acceptInstruction(other, await civilDay.today(), ref);
    await expect(
      bank.acceptInstruction(instruction, await civilDay.today(), ref),
    ).to.be.revertedWithCustomError(settlement, "SettlementCutOff");
    await chain.networkHelpers.time.increase(3n * 86_400n);
    await settlement.expireInstruction(instruction, ref);
    expect(await stateOf(s)).to.equal(paymentState.failed);
    expect((await lienOf(s, lien)).state).to.equal(lienState.selling);
    await s.attest(other);
    expect(await lienOf(s, lien)).to.deep.equal({ amount: 300_000n, state: lienState.active });
    await expectConserved(s);
  });

  it("is not accepted once the lien is smaller than what would end", async () => {
    const s = await loadFixture(pledgedPaymentFixture);
    const { settlement, who, lien } = s;
    const instruction = await s.agreePledged();
    await s.as(who.financierA).release(lien, 200_000n, ref);
    const bank = settlement.connect(who.bank.account);
    await expect(
      bank.acceptInstruction(instruction, await civilDay.today(), ref),
    ).to.be.revertedWithCustomError(settlement, "SettlementCutOff");
  });

  it("waits while the position is frozen, and is delivered after the release", async () => {
    const s = await loadFixture(accepted);
    const { earlyPayments, lien, root } = s;
    await s.setFrozen(root, true);
    await s.attest(s.instruction);
    expect(await stateOf(s)).to.equal(paymentState.waiting);
    expect((await lienOf(s, lien)).amount).to.equal(400_000n);
    await s.setFrozen(root, false);
    await earlyPayments.deliver(1n, ref);
    expect(await stateOf(s)).to.equal(paymentState.settled);
    expect(await lienOf(s, lien)).to.deep.equal({ amount: 100_000n, state: lienState.active });
    await expectConserved(s);
  });

  it("accepted before a run is paid out of the run's reserve, which goes back to the obligor", async () => {
    const s = await loadFixture(accepted);
    const { settlementRuns, certificates, receivable, root, lien } = s;
    await civilDay.goTo(s.dueDay);
    await s.pay(receivable, 1_000_000n);
    await settlementRuns.settleBatch(receivable, 9n, ref);
    expect(await certificates.waitingOf(root)).to.equal(1_000_000n);
    await s.attest(s.instruction);
    expect(await stateOf(s)).to.equal(paymentState.settled);
    expect(await certificates.waitingOf(root)).to.equal(700_000n);
    expect(await lienOf(s, lien)).to.deep.equal({ amount: 100_000n, state: lienState.active });
    await settlementRuns.settleWaiting(root, ref);
    expect(await lienOf(s, lien)).to.deep.equal({ amount: 0n, state: lienState.ended });
    const [matched, legs, reserved] = await settlementRuns.reconciliationOf(receivable);
    expect(matched, "I8").to.equal(legs + reserved);
    await expectConserved(s);
  });
});

describe("An early payment of pledged value is refused", () => {
  it("for a lien over another position, of another party, or unknown", async () => {
    const s = await loadFixture(pledgedPaymentFixture);
    const { earlyPayments, liens, certificates, who, lien, root } = s;
    const other = await s.encumberGoods(10n);
    await expect(s.agreePledged({ lien: other }))
      .to.be.revertedWithCustomError(earlyPayments, "EarlyPaymentsOtherLien")
      .withArgs(other, root, s.receipt);
    await expect(s.agreePledged({ lien: 7n })).to.be.revertedWithCustomError(liens, "LiensUnknown");
    await certificates.connect(who.tierOne.account).split(root, 100_000n, ref);
    const sibling = s.token(root >> 32n, 2n);
    await expect(s.agreePledged({ terms: { token: sibling } }))
      .to.be.revertedWithCustomError(earlyPayments, "EarlyPaymentsOtherLien")
      .withArgs(lien, sibling, root);
    const others = await s.paymentOf({ securedParty: who.financierB.id });
    await expect(s.send(others, [who.obligor, who.tierOne, who.financierB]))
      .to.be.revertedWithCustomError(earlyPayments, "EarlyPaymentsNotSecured")
      .withArgs(lien, who.financierB.id, who.financierA.id);
  });

  it("above the lien, for nothing, and above its face", async () => {
    const s = await loadFixture(pledgedPaymentFixture);
    const { earlyPayments, lien } = s;
    for (const face of [400_001n, 0n]) {
      await expect(s.agreePledged({ terms: { face, paid: 0n } }))
        .to.be.revertedWithCustomError(earlyPayments, "EarlyPaymentsAboveLien")
        .withArgs(lien, face, 400_000n);
    }
    await expect(s.agreePledged({ terms: { paid: 300_001n } }))
      .to.be.revertedWithCustomError(earlyPayments, "EarlyPaymentsPaidAboveFace")
      .withArgs(300_001n, 300_000n);
  });

  it("without the word of any of the three", async () => {
    const s = await loadFixture(pledgedPaymentFixture);
    const { who, members } = s;
    const [obligor, holder, secured] = [who.obligor, who.tierOne, who.financierA];
    const wrong = [
      [who.tierTwo, holder, secured],
      [obligor, who.tierTwo, secured],
      [obligor, holder, who.financierB],
    ] as const;
    for (const signers of wrong) {
      await expect(s.send(await s.paymentOf(), signers)).to.be.revertedWithCustomError(
        members,
        "MembersNotAccountOf",
      );
    }
  });

  it("twice with one nonce of the secured party", async () => {
    const s = await loadFixture(pledgedPaymentFixture);
    const { earlyPayments, who } = s;
    await s.agreePledged({ securedPartyNonce: 1n });
    await expect(s.agreePledged({ securedPartyNonce: 1n }))
      .to.be.revertedWithCustomError(earlyPayments, "EarlyPaymentsNonceUsed")
      .withArgs(who.financierA.id, 1n);
  });

  it("after the due day", async () => {
    const s = await loadFixture(pledgedPaymentFixture);
    const { earlyPayments, receivable, dueDay } = s;
    await civilDay.goTo(dueDay + 1n);
    await expect(s.agreePledged())
      .to.be.revertedWithCustomError(earlyPayments, "EarlyPaymentsTooLate")
      .withArgs(receivable, dueDay + 1n, dueDay);
  });
});
