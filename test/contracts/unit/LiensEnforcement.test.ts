import { expect } from "chai";
import { id } from "ethers";
import { chain } from "../../helpers/chain.ts";
import { civilDay } from "../../helpers/civilDay.ts";
import { liensFixture } from "../../helpers/liensFixture.ts";
import { ref } from "../../helpers/ref.ts";
import { settlementEnums } from "../../helpers/settlementEnums.ts";

const { loadFixture, takeSnapshot } = chain.networkHelpers;
const state = { active: 2n, selling: 3n, paid: 4n, ended: 5n };
const financed = 2n;
const causeEnforcement = 4n;
const noSignature = { account: `0x${"0".repeat(40)}`, deadline: 0n, epoch: 0n, signature: "0x" };

type Changes = Partial<{
  value: bigint;
  buyer: bigint;
  price: bigint;
  claim: bigint;
  bank: bigint;
  expiresAt: bigint;
  defaultedAt: bigint;
  nonce: bigint;
}>;

/** A lien of 400,000 for A, whose debt of 350,000 is in default. */
async function inDefault() {
  const s = await liensFixture();
  const { liens, who, cny } = s;
  const lien = await s.encumber(400_000n);
  await s.as(who.financierA).declareDefault(lien, id("reminder"), ref);
  const { defaultedAt } = await liens.lienOf(lien);
  const orderOf = (changes: Changes = {}) => ({
    lien,
    value: 400_000n,
    buyer: who.financierA.id,
    price: 350_000n,
    claim: 350_000n,
    currency: cny,
    bank: 0n,
    expiresAt: 0n,
    defaultedAt,
    nonce: 0n,
    ...changes,
  });
  const sale = async (changes: Changes = {}) => ({
    ...orderOf(),
    buyer: who.tierTwo.id,
    bank: who.bank.id,
    expiresAt: await s.inDays(20),
    ...changes,
  });
  /** Sends an order with the debtor's signature. */
  const enforce = async (order: ReturnType<typeof orderOf>, signer = who.tierOne) => {
    const { nonce, signature } = await s.consentOf("Enforcement", signer, order);
    return await s.as(who.financierA).enforce({ ...order, nonce }, signature, ref);
  };
  const bank = s.settlement.connect(who.bank.account);
  return {
    ...s,
    lien,
    orderOf,
    sale,
    enforce,
    secondLegalLiens: liens.connect(s.secondLegal),
    /** Has the bank accept the last instruction; answers its number. */
    bankAccepts: async (): Promise<bigint> => {
      const instruction = await s.settlement.instructionCount();
      await bank.acceptInstruction(instruction, await civilDay.today(), ref);
      return instruction;
    },
  };
}

describe("Enforcement with the debtor's word", () => {
  it("delivers to the secured party, tier kept, past suspensions and the due day", async () => {
    const s = await loadFixture(inDefault);
    const { liens, certificates, members, who, root, lien } = s;
    await members
      .connect(who.operator.account)
      .setSuspensions(who.financierA.id, 4n, id("order"), ref);
    await civilDay.goTo(s.dueDay + 3n);
    const sent = s.enforce(s.orderOf());
    const child = s.token(root >> 32n, 2n);
    await expect(sent)
      .to.emit(liens, "LienEnforced")
      .withArgs(lien, who.financierA.id, child, 400_000n, 350_000n, 0n, ref);
    await expect(sent)
      .to.emit(certificates, "Passed")
      .withArgs(
        child,
        who.financierA.id,
        who.obligor.id,
        root,
        400_000n,
        causeEnforcement,
        id("pledge agreement"),
        ref,
      );
    const got = await s.positionOf(child);
    expect([got.value, got.tier, got.flags]).to.deep.equal([400_000n, 1n, financed]);
    const left = await s.positionOf(root);
    expect([left.value, left.held, left.flags]).to.deep.equal([600_000n, 0n, 0n]);
    expect((await liens.lienOf(lien)).state).to.equal(state.ended);
  });

  it("takes a part where the whole is worth more than the claim", async () => {
    const s = await loadFixture(inDefault);
    const { liens, lien } = s;
    for (const [price, claim] of [
      [350_001n, 350_000n],
      [0n, 350_000n],
    ] as const)
      await expect(s.enforce(s.orderOf({ price, claim })))
        .to.be.revertedWithCustomError(liens, "LiensPrice")
        .withArgs(lien, price, claim);
    await s.enforce(s.orderOf({ value: 350_000n }));
    const { amount, state: now } = await liens.lienOf(lien);
    expect([amount, now]).to.deep.equal([50_000n, state.active]);
  });

  it("is refused without a default, and about another one", async () => {
    const s = await loadFixture(inDefault);
    const { liens, who, lien } = s;
    const other = await s.encumber(1n);
    await expect(s.enforce(s.orderOf({ defaultedAt: 1n })))
      .to.be.revertedWithCustomError(liens, "LiensDefaultDiffers")
      .withArgs(lien, s.orderOf().defaultedAt, 1n);
    await expect(s.enforce({ ...s.orderOf({ defaultedAt: 0n, value: 1n }), lien: other }))
      .to.be.revertedWithCustomError(liens, "LiensDefaultDiffers")
      .withArgs(other, 0n, 0n);
    const before = s.orderOf();
    await s.as(who.financierA).declareDefault(lien, id("second reminder"), ref);
    await expect(s.enforce(before)).to.be.revertedWithCustomError(liens, "LiensDefaultDiffers");
  });

  it("is refused without the debtor's signature, beyond the lien, and to who owes or pledged it", async () => {
    const s = await loadFixture(inDefault);
    const { liens, members, who, lien } = s;
    await expect(s.enforce(s.orderOf(), who.tierTwo)).to.be.revertedWithCustomError(
      members,
      "MembersNotAccountOf",
    );
    await expect(
      s.as(who.financierA).enforce(s.orderOf(), noSignature, ref),
    ).to.be.revertedWithCustomError(members, "MembersSignatureExpired");
    for (const value of [0n, 400_001n])
      await expect(s.enforce(s.orderOf({ value })))
        .to.be.revertedWithCustomError(liens, "LiensExceeded")
        .withArgs(lien, 400_000n, value);
    for (const buyer of [who.tierOne.id, who.obligor.id])
      await expect(s.enforce(s.orderOf({ buyer })))
        .to.be.revertedWithCustomError(liens, "LiensSameParty")
        .withArgs(buyer);
    await expect(s.enforce(s.orderOf({ buyer: who.auditor.id }))).to.be.revertedWithCustomError(
      members,
      "MembersMissingRole",
    );
  });

  it("is refused while the position is frozen", async () => {
    const s = await loadFixture(inDefault);
    await s.setFrozen(s.root, true);
    await expect(s.enforce(s.orderOf())).to.be.revertedWithCustomError(
      s.certificates,
      "SplitTokenFrozen",
    );
  });
});

describe("Enforcement by legal order", () => {
  it("takes two legal accounts and the order that was proposed, and no default", async () => {
    const s = await loadFixture(inDefault);
    const { liens, who, secondLegalLiens } = s;
    const lien = await s.encumber(100n);
    const order = { ...s.orderOf({ value: 100n, defaultedAt: 0n }), lien };
    const first = s.as(who.legal);
    await expect(secondLegalLiens.confirmEnforcement(order, id("judgment"), ref))
      .to.be.revertedWithCustomError(liens, "LiensNoProposal")
      .withArgs(lien);
    await expect(first.proposeEnforcement(order, id("judgment"), ref)).to.emit(
      liens,
      "EnforcementProposed",
    );
    await expect(first.confirmEnforcement(order, id("judgment"), ref))
      .to.be.revertedWithCustomError(liens, "LiensSameAccount")
      .withArgs(lien, who.legal.account);
    for (const sent of [
      () => secondLegalLiens.confirmEnforcement(order, id("other"), ref),
      () => secondLegalLiens.confirmEnforcement({ ...order, price: 1n }, id("judgment"), ref),
    ])
      await expect(sent()).to.be.revertedWithCustomError(liens, "LiensNoProposal");
    const confirmed = secondLegalLiens.confirmEnforcement(order, id("judgment"), ref);
    await expect(confirmed)
      .to.emit(liens, "EnforcementConfirmed")
      .withArgs(lien, id("judgment"), who.legal.id, s.secondLegal, ref);
    await expect(confirmed).to.emit(liens, "LienEnforced");
  });

  it("falls with the account that proposed it", async () => {
    const s = await loadFixture(inDefault);
    const { members, who, secondLegal, secondLegalLiens } = s;
    await s.as(who.legal).proposeEnforcement(s.orderOf(), id("judgment"), ref);
    await members.connect(secondLegal).revokeAccount(who.legal.account, ref);
    await expect(
      secondLegalLiens.confirmEnforcement(s.orderOf(), id("judgment"), ref),
    ).to.be.revertedWithCustomError(members, "MembersAccountNotActive");
  });
});

describe("A sale of pledged value", () => {
  it("instructs the buyer, and delivers in the attestation's transaction", async () => {
    const s = await loadFixture(inDefault);
    const { liens, settlement, who, root, lien } = s;
    const sent = s.enforce(await s.sale());
    await expect(sent)
      .to.emit(liens, "LienSaleInstructed")
      .withArgs(lien, 1n, who.tierTwo.id, 400_000n, 350_000n, 350_000n, ref);
    const { payer, payee, amount, kind } = await settlement.instructionOf(1n);
    expect([payer, payee, amount, kind]).to.deep.equal([
      who.tierTwo.id,
      who.financierA.id,
      350_000n,
      settlementEnums.kind.lienSale,
    ]);
    await expect(s.as(who.financierA).release(lien, 1n, ref))
      .to.be.revertedWithCustomError(liens, "LiensWrongState")
      .withArgs(lien, state.selling, state.active);
    const child = s.token(root >> 32n, 2n);
    await expect(s.attest(1n))
      .to.emit(liens, "LienEnforced")
      .withArgs(lien, who.tierTwo.id, child, 400_000n, 350_000n, 0n, ref);
    const got = await s.positionOf(child);
    expect([got.owner, got.value, got.flags]).to.deep.equal([who.tierTwo.id, 400_000n, 0n]);
    expect(await liens.saleOf(lien)).to.deep.equal([400_000n, who.tierTwo.id, 350_000n, 1n]);
  });

  it("of a part leaves the rest encumbered, and no payment hangs on it any more", async () => {
    const s = await loadFixture(inDefault);
    const { certificates, lien } = s;
    await s.enforce(await s.sale({ value: 100_000n, price: 90_000n }));
    const instruction = await s.bankAccepts();
    expect((await certificates.holdOf(1n)).firm).to.equal(true);
    await s.attest(instruction);
    const { amount, state: now } = await s.liens.lienOf(lien);
    expect([amount, now]).to.deep.equal([300_000n, state.active]);
    expect((await certificates.holdOf(1n)).firm).to.equal(false);
  });

  it("that fails leaves the lien as it was, accepted by the bank or not", async () => {
    const s = await loadFixture(inDefault);
    const { liens, settlement, certificates, lien } = s;
    await s.enforce(await s.sale({ expiresAt: await s.inDays(1) }));
    await chain.networkHelpers.time.increase(2 * 86_400);
    await expect(settlement.expireInstruction(1n, ref))
      .to.emit(liens, "LienSaleFailed")
      .withArgs(lien, 1n, ref);
    await s.enforce(await s.sale());
    const instruction = await s.bankAccepts();
    await s.attest(instruction, { outcome: settlementEnums.outcome.returned });
    expect((await liens.lienOf(lien)).state).to.equal(state.active);
    expect((await certificates.holdOf(1n)).firm).to.equal(false);
    await s.enforce(s.orderOf());
  });

  it("waits while the position is frozen, and is delivered by anyone afterwards", async () => {
    const s = await loadFixture(inDefault);
    const { liens, who, root, lien, stranger } = s;
    await s.enforce(await s.sale());
    await s.setFrozen(root, true);
    await expect(s.attest(1n)).to.emit(liens, "LienSaleWaits");
    expect((await liens.lienOf(lien)).state).to.equal(state.paid);
    const anyone = liens.connect(stranger);
    await expect(anyone.deliver(lien, ref)).to.be.revertedWithCustomError(
      s.certificates,
      "SplitTokenFrozen",
    );
    await s.setFrozen(root, false);
    await expect(anyone.deliver(lien, ref)).to.emit(liens, "LienEnforced");
    expect((await s.positionOf(s.token(root >> 32n, 2n))).owner).to.equal(who.tierTwo.id);
    await expect(anyone.deliver(lien, ref))
      .to.be.revertedWithCustomError(liens, "LiensWrongState")
      .withArgs(lien, state.ended, state.paid);
  });

  it("can't be paid once a run paid more than the lien keeps for it", async () => {
    const s = await loadFixture(inDefault);
    const { liens, settlement, settlementRuns, receivable, lien } = s;
    await s.enforce(await s.sale({ expiresAt: await s.inDays(60) }));
    await civilDay.goTo(s.dueDay);
    const run = await s.pay(receivable, 100_000n);
    expect(await liens.isAcceptable(1n)).to.equal(false);
    await settlementRuns.settleBatch(receivable, 9n, ref);
    expect((await liens.lienOf(lien)).amount).to.equal(300_000n);
    expect(await liens.isAcceptable(1n)).to.equal(false);
    await settlement.expireInstruction(1n, ref);
    expect((await liens.lienOf(lien)).state).to.equal(state.active);
    expect(run).to.equal(2n);
  });

  it("ends unsold when runs pay the lien off", async () => {
    const s = await loadFixture(inDefault);
    const { liens, settlement, settlementRuns, receivable, lien } = s;
    await s.enforce(await s.sale({ expiresAt: await s.inDays(60) }));
    await civilDay.goTo(s.dueDay);
    await s.pay(receivable, 1_000_000n);
    await settlementRuns.settleBatch(receivable, 9n, ref);
    expect((await liens.lienOf(lien)).state).to.equal(state.ended);
    await expect(settlement.expireInstruction(1n, ref)).to.emit(liens, "LienSaleFailed");
    expect((await liens.lienOf(lien)).state).to.equal(state.ended);
  });

  it("makes a leg wait while the bank has accepted, whose pay goes to the buyer then", async () => {
    const s = await loadFixture(inDefault);
    const { settlementRuns, certificates, receivable, root, who } = s;
    await s.enforce(await s.sale({ expiresAt: await s.inDays(60) }));
    const instruction = await s.bankAccepts();
    await civilDay.goTo(s.dueDay);
    await s.pay(receivable, 500_000n);
    await settlementRuns.settleBatch(receivable, 9n, ref);
    expect(await certificates.waitingOf(root)).to.equal(500_000n);
    await s.attest(instruction);
    const child = s.token(root >> 32n, 2n);
    expect(await certificates.waitingOf(child)).to.equal(200_000n);
    await expect(settlementRuns.settleWaiting(child, ref))
      .to.emit(settlementRuns, "LegSettled")
      .withArgs(1n, child, who.tierTwo.id, 200_000n, 200_000n, 0n, 0n, 0n, ref);
    await settlementRuns.settleWaiting(root, ref);
    const [matched, settled, reserved] = await settlementRuns.reconciliationOf(receivable);
    expect([matched, settled, reserved]).to.deep.equal([500_000n, 500_000n, 0n]);
  });

  it("is delivered or reverts whole, whatever gas the attestation has", async () => {
    const s = await loadFixture(inDefault);
    const { liens, settlement, who, lien } = s;
    await s.enforce(await s.sale());
    const instruction = await s.bankAccepts();
    const attestation = await s.attestationOf(instruction);
    const bank = settlement.connect(who.bank.account);
    const before = await takeSnapshot();
    const used = (await (await bank.attest(attestation, ref)).wait())?.gasUsed ?? 0n;
    const reasons = new Set<string>();
    for (let gas = used / 3n; gas < used + 40_000n; gas += 2_000n) {
      await before.restore();
      try {
        await bank.attest(attestation, ref, { gasLimit: gas });
        expect((await liens.lienOf(lien)).state, `with ${gas} gas`).to.equal(state.ended);
      } catch (error) {
        reasons.add(/LiensOutOfGas/.test(String(error)) ? "LiensOutOfGas" : "other");
      }
    }
    expect([...reasons]).to.include("LiensOutOfGas");
  });

  it("hears outcomes from the settlement contract alone", async () => {
    const s = await loadFixture(inDefault);
    const { liens, stranger } = s;
    const other = liens.connect(stranger);
    for (const sent of [
      () => other.onAccepted(1n, ref),
      () => other.onPaid(1n, 1n, 1n, ref),
      () => other.onFailed(1n, ref),
    ])
      await expect(sent())
        .to.be.revertedWithCustomError(liens, "LiensNotIssuedHere")
        .withArgs(stranger);
  });
});
