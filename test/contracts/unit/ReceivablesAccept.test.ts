import { expect } from "chai";
import { id } from "ethers";
import { firstRules } from "../../../scripts/deploy/firstRules.ts";
import { chain } from "../../helpers/chain.ts";
import { confirmedReceivable } from "../../helpers/confirmedReceivable.ts";
import { receivableStates as states } from "../../helpers/receivableStates.ts";
import { currencyBytes, today } from "../../helpers/receivableTerms.ts";
import { ref } from "../../helpers/ref.ts";
import { suspensions } from "../../helpers/roles.ts";

const { networkHelpers } = chain;
const load = () => networkHelpers.loadFixture(confirmedReceivable);
const day = 24 * 60 * 60;
const cny = currencyBytes("CNY");
const root = (1n << 32n) | 1n;

/** Receivable 1 is accepted: its root certificate lives. */
async function acceptedReceivable() {
  const setting = await confirmedReceivable();
  await setting.creditor.accept(1n, ref);
  return setting;
}

describe("Receivables: accepting", () => {
  it("commits the invoices and mints the root certificate to the creditor", async () => {
    const { receivables, certificates, claims, creditor, who, claimantOf } = await load();
    await expect(creditor.accept(1n, ref))
      .to.emit(receivables, "ReceivableAccepted")
      .withArgs(1n, root, who.tierOne.account.address, ref)
      .and.to.emit(certificates, "RootMinted")
      .withArgs(root, who.tierOne.id, who.obligor.id, 1_000_000n, ref);
    expect((await receivables.receivableOf(1n)).state).to.equal(states.accepted);
    expect(await claims.phaseOf(claimantOf(1n))).to.equal(2n);
    const tally = await claims.tallyOf(0, id("invoice 1"));
    expect([tally.reserved, tally.committed]).to.deep.equal([0n, 1_000_000n]);
    const [link] = await certificates.positionOf(root);
    expect([link.owner, link.value, link.tier]).to.deep.equal([who.tierOne.id, 1_000_000n, 1n]);
    expect((await certificates.totalsOf(1n)).live).to.equal(1_000_000n);
  });

  it("hands the caps of the rules to the certificates", async () => {
    const { certificates, creditor, who, given } = await load();
    await creditor.accept(1n, ref);
    const slot = await certificates.slotInfo(1n);
    expect([slot.noticeTo, slot.unit]).to.deep.equal([who.obligor.id, cny]);
    expect([slot.dueDay, slot.maxTier, slot.warnTier]).to.deep.equal([given.dueDay, 10n, 6n]);
    expect([slot.maxSplits, slot.warnSplits]).to.deep.equal([10_000n, 1_000n]);
    expect([slot.minLot, slot.closed]).to.deep.equal([1n, false]);
  });

  it("keeps the rules of the confirmation when newer ones are in force", async () => {
    const setting = await load();
    const { authority, governance, rules, receivables, certificates } = setting;
    const { id: receivable, given } = await setting.next({ amount: 1n });
    await setting.obligor.confirm(receivable, given, await setting.inSeconds(20 * day), ref);
    const newer = { ...firstRules, maxTier: 3n, warnTier: 2n };
    const from = await setting.inSeconds(8 * day);
    const call = rules.interface.encodeFunctionData("schedule", [newer, from, ref]);
    await authority.connect(governance).schedule(rules, call, 0);
    await networkHelpers.time.increase(7 * day);
    await authority.connect(governance).execute(rules, call);
    await networkHelpers.time.increaseTo(from);
    await setting.creditor.accept(receivable, ref);
    expect((await rules.current()).version).to.equal(2n);
    expect((await receivables.receivableOf(receivable)).rules).to.equal(1n);
    expect((await certificates.slotInfo(receivable)).maxTier).to.equal(10n);
  });

  it("works until the time stated, and not a second longer", async () => {
    const { receivables, creditor, soon } = await load();
    const before = await networkHelpers.takeSnapshot();
    await networkHelpers.time.setNextBlockTimestamp(soon);
    await creditor.accept(1n, ref);
    await before.restore();
    await networkHelpers.time.setNextBlockTimestamp(soon + 1n);
    await expect(creditor.accept(1n, ref))
      .to.be.revertedWithCustomError(receivables, "ReceivablesAcceptByPassed")
      .withArgs(1n, soon + 1n, soon);
  });

  it("is refused after the due day, which would make the obligor overdue at once", async () => {
    const { receivables, creditor, obligor, next, inSeconds } = await load();
    const now = await today();
    const { id: receivable, given } = await next({ amount: 1n, dueDay: now });
    await obligor.confirm(receivable, given, await inSeconds(3 * day), ref);
    await networkHelpers.time.increase(day);
    await expect(creditor.accept(receivable, ref))
      .to.be.revertedWithCustomError(receivables, "ReceivablesDuePassed")
      .withArgs(now, now + 1n);
  });

  it("belongs to the creditor alone", async () => {
    const { receivables, members, stranger, who } = await load();
    for (const party of [who.obligor, who.tierTwo]) {
      await expect(receivables.connect(party.account).accept(1n, ref))
        .to.be.revertedWithCustomError(receivables, "ReceivablesNotParty")
        .withArgs(1n, party.id);
    }
    await expect(receivables.connect(stranger).accept(1n, ref))
      .to.be.revertedWithCustomError(members, "MembersAccountNotActive")
      .withArgs(stranger.address);
  });

  it("is refused to a suspended creditor", async () => {
    const { members, creditor, who } = await load();
    const operator = members.connect(who.operator.account);
    await operator.setSuspensions(who.tierOne.id, suspensions.sanctions, id("reason"), ref);
    await expect(creditor.accept(1n, ref))
      .to.be.revertedWithCustomError(members, "MembersSuspended")
      .withArgs(who.tierOne.id, suspensions.sanctions);
  });

  it("needs a confirmation, and works once", async () => {
    const { receivables, creditor, next } = await load();
    const { id: receivable } = await next({ amount: 1n });
    await expect(creditor.accept(receivable, ref))
      .to.be.revertedWithCustomError(receivables, "ReceivablesWrongState")
      .withArgs(receivable, states.registered, states.confirmed);
    await creditor.accept(1n, ref);
    await expect(creditor.accept(1n, ref))
      .to.be.revertedWithCustomError(receivables, "ReceivablesWrongState")
      .withArgs(1n, states.accepted, states.confirmed);
  });
});

describe("Receivables: what ends before acceptance gives everything back", () => {
  type Setting = Awaited<ReturnType<typeof confirmedReceivable>>;

  async function expectAllBack(setting: Setting, state: bigint) {
    const { receivables, claims, who, claimantOf } = setting;
    const stored = await receivables.receivableOf(1n);
    expect([stored.state, stored.openAmount]).to.deep.equal([state, 0n]);
    expect((await receivables.limitOf(who.obligor.id, cny)).inUse).to.equal(0n);
    expect((await claims.tallyOf(0, id("invoice 1"))).reserved).to.equal(0n);
    expect(await claims.phaseOf(claimantOf(1n))).to.equal(4n);
  }

  it("a rejection by the creditor", async () => {
    const setting = await load();
    const { receivables, creditor, who } = setting;
    await expect(creditor.reject(1n, id("wrong amount"), ref))
      .to.emit(receivables, "ReceivableRejected")
      .withArgs(1n, id("wrong amount"), who.tierOne.account.address, ref);
    await expectAllBack(setting, states.rejected);
  });

  it("an expiry, sent by anyone", async () => {
    const setting = await load();
    const { receivables, stranger, soon } = setting;
    await networkHelpers.time.setNextBlockTimestamp(soon + 1n);
    await expect(receivables.connect(stranger).expire(1n, ref))
      .to.emit(receivables, "ReceivableExpired")
      .withArgs(1n, ref);
    await expectAllBack(setting, states.expired);
  });

  it("after it the same invoice is confirmed again, with its face stated anew", async () => {
    const { receivables, obligor, creditor, next, soon } = await load();
    await creditor.reject(1n, id("wrong face"), ref);
    const invoices = [{ tag: id("invoice 1"), exists: 1_000_000n, amount: 1_000_000n }];
    const { id: receivable, given } = await next({ invoices });
    await obligor.confirm(receivable, given, soon, ref);
    expect((await receivables.receivableOf(receivable)).state).to.equal(states.confirmed);
  });

  it("no rejection by anybody else, nor of what is accepted", async () => {
    const { receivables, creditor, who } = await load();
    for (const party of [who.obligor, who.tierTwo]) {
      await expect(receivables.connect(party.account).reject(1n, id("reason"), ref))
        .to.be.revertedWithCustomError(receivables, "ReceivablesNotParty")
        .withArgs(1n, party.id);
    }
    await creditor.accept(1n, ref);
    await expect(creditor.reject(1n, id("reason"), ref))
      .to.be.revertedWithCustomError(receivables, "ReceivablesWrongState")
      .withArgs(1n, states.accepted, states.confirmed);
  });

  it("a suspended creditor may still reject", async () => {
    const { members, receivables, creditor, who } = await load();
    const operator = members.connect(who.operator.account);
    await operator.setSuspensions(who.tierOne.id, suspensions.sanctions, id("reason"), ref);
    await creditor.reject(1n, id("reason"), ref);
    expect((await receivables.receivableOf(1n)).state).to.equal(states.rejected);
  });

  it("no expiry at the last second, nor of what is accepted", async () => {
    const { receivables, stranger, creditor, soon } = await load();
    await networkHelpers.time.setNextBlockTimestamp(soon);
    await expect(receivables.connect(stranger).expire(1n, ref))
      .to.be.revertedWithCustomError(receivables, "ReceivablesAcceptByNotPassed")
      .withArgs(1n, soon, soon);
    await networkHelpers.time.setNextBlockTimestamp(soon);
    await creditor.accept(1n, ref);
    await expect(receivables.connect(stranger).expire(1n, ref))
      .to.be.revertedWithCustomError(receivables, "ReceivablesWrongState")
      .withArgs(1n, states.accepted, states.confirmed);
  });
});

describe("Receivables: discharging", () => {
  const loadAccepted = () => networkHelpers.loadFixture(acceptedReceivable);

  it("frees the limit as value is settled or retired", async () => {
    const { receivables, certificates, settler, who } = await loadAccepted();
    await certificates.connect(settler).retire(root, who.tierOne.id, 400_000n, ref);
    await expect(receivables.connect(settler).discharge(1n, 400_000n, ref))
      .to.emit(receivables, "ReceivableReduced")
      .withArgs(1n, 400_000n, ref)
      .and.not.to.emit(receivables, "ReceivableDischarged");
    const stored = await receivables.receivableOf(1n);
    expect([stored.state, stored.openAmount]).to.deep.equal([states.accepted, 600_000n]);
    expect((await receivables.limitOf(who.obligor.id, cny)).inUse).to.equal(600_000n);
  });

  it("satisfies the invoices for ever when nothing lives any more", async () => {
    const { receivables, certificates, claims, settler, who, claimantOf } = await loadAccepted();
    await certificates.connect(settler).retire(root, who.tierOne.id, 1_000_000n, ref);
    await expect(receivables.connect(settler).discharge(1n, 1_000_000n, ref))
      .to.emit(receivables, "ReceivableDischarged")
      .withArgs(1n, ref);
    expect((await receivables.receivableOf(1n)).state).to.equal(states.discharged);
    expect(await claims.phaseOf(claimantOf(1n))).to.equal(3n);
    expect((await claims.tallyOf(0, id("invoice 1"))).committed).to.equal(1_000_000n);
  });

  it("refuses more than is open, and a discharge of what lives (I1)", async () => {
    const { receivables, settler } = await loadAccepted();
    await expect(receivables.connect(settler).discharge(1n, 1_000_001n, ref))
      .to.be.revertedWithCustomError(receivables, "ReceivablesExceedsOpen")
      .withArgs(1n, 1_000_000n, 1_000_001n);
    await expect(receivables.connect(settler).discharge(1n, 1_000_000n, ref))
      .to.be.revertedWithCustomError(receivables, "ReceivablesStillLive")
      .withArgs(1n, 1_000_000n);
  });

  it("needs an accepted receivable", async () => {
    const { receivables, settler } = await load();
    await expect(receivables.connect(settler).discharge(1n, 1n, ref))
      .to.be.revertedWithCustomError(receivables, "ReceivablesWrongState")
      .withArgs(1n, states.confirmed, states.accepted);
  });

  it("belongs to settlement contracts alone", async () => {
    const { receivables, who } = await loadAccepted();
    for (const { account } of [who.obligor, who.tierOne, who.operator]) {
      await expect(receivables.connect(account).discharge(1n, 1n, ref))
        .to.be.revertedWithCustomError(receivables, "AccessManagedUnauthorized")
        .withArgs(account.address);
    }
  });
});
