import { expect } from "chai";
import { id } from "ethers";
import { canonicalInvoiceIdentity } from "../../../sdk/tags/canonicalInvoiceIdentity.ts";
import { unblindedTag } from "../../../sdk/tags/unblindedTag.ts";
import { chain } from "../../helpers/chain.ts";
import { receivableStates as states } from "../../helpers/receivableStates.ts";
import { currencyBytes, today } from "../../helpers/receivableTerms.ts";
import { ref } from "../../helpers/ref.ts";
import { registeredReceivable } from "../../helpers/registeredReceivable.ts";
import { suspensions } from "../../helpers/roles.ts";

const { networkHelpers } = chain;
const load = () => networkHelpers.loadFixture(registeredReceivable);
const day = 24 * 60 * 60;
const cny = currencyBytes("CNY");

describe("Receivables: confirming", () => {
  it("reserves limit and invoices and keeps the rules in force", async () => {
    const { receivables, obligor, claims, who, given, soon, claimantOf } = await load();
    await expect(obligor.confirm(1n, given, soon, ref))
      .to.emit(receivables, "ReceivableConfirmed")
      .withArgs(1n, 1n, soon, who.obligor.account.address, ref)
      .and.to.emit(claims, "ClaimReserved")
      .and.not.to.emit(receivables, "TenorWarning");
    const stored = await receivables.receivableOf(1n);
    expect(stored.state).to.equal(states.confirmed);
    expect([stored.rules, stored.acceptBy]).to.deep.equal([1n, soon]);
    expect(stored.confirmedAt).to.equal(BigInt(await networkHelpers.time.latest()));
    expect(stored.openAmount).to.equal(1_000_000n);
    expect(await receivables.limitOf(who.obligor.id, cny)).to.deep.equal([5_000_000n, 1_000_000n]);
    expect(await claims.phaseOf(claimantOf(1n))).to.equal(1n);
    expect((await claims.tallyOf(0, id("invoice 1"))).reserved).to.equal(1_000_000n);
  });

  it("works once", async () => {
    const { receivables, obligor, given, soon } = await load();
    await obligor.confirm(1n, given, soon, ref);
    await expect(obligor.confirm(1n, given, soon, ref))
      .to.be.revertedWithCustomError(receivables, "ReceivablesWrongState")
      .withArgs(1n, states.confirmed, states.registered);
    await expect(obligor.confirm(2n, given, soon, ref))
      .to.be.revertedWithCustomError(receivables, "ReceivablesUnknown")
      .withArgs(2n);
  });

  it("refuses other terms than those registered", async () => {
    const { receivables, obligor, given, soon } = await load();
    const other = { ...given, amount: 2_000_000n };
    const digests = [await receivables.termsDigest(other), await receivables.termsDigest(given)];
    await expect(obligor.confirm(1n, other, soon, ref))
      .to.be.revertedWithCustomError(receivables, "ReceivablesTermsDiffer")
      .withArgs(1n, ...digests);
  });

  it("refuses everybody but the obligor", async () => {
    const { receivables, members, stranger, who, given, soon } = await load();
    for (const party of [who.tierOne, who.otherObligor, who.operator]) {
      await expect(receivables.connect(party.account).confirm(1n, given, soon, ref))
        .to.be.revertedWithCustomError(receivables, "ReceivablesNotParty")
        .withArgs(1n, party.id);
    }
    await expect(receivables.connect(stranger).confirm(1n, given, soon, ref))
      .to.be.revertedWithCustomError(members, "MembersAccountNotActive")
      .withArgs(stranger.address);
  });

  it("refuses a time to accept that is over, or more than 30 days ahead", async () => {
    const { receivables, obligor, given, inSeconds } = await load();
    const now = await inSeconds(1);
    await networkHelpers.time.setNextBlockTimestamp(now);
    await expect(obligor.confirm(1n, given, now, ref))
      .to.be.revertedWithCustomError(receivables, "ReceivablesAcceptByPassed")
      .withArgs(1n, now, now);
    const next = await inSeconds(1);
    const latest = next + BigInt(30 * day);
    await networkHelpers.time.setNextBlockTimestamp(next);
    await expect(obligor.confirm(1n, given, latest + 1n, ref))
      .to.be.revertedWithCustomError(receivables, "ReceivablesAcceptByTooFar")
      .withArgs(1n, latest + 1n, latest);
  });

  it("takes the furthest time to accept", async () => {
    const { receivables, obligor, given, inSeconds } = await load();
    const next = await inSeconds(10);
    await networkHelpers.time.setNextBlockTimestamp(next);
    await obligor.confirm(1n, given, next + BigInt(30 * day), ref);
    expect((await receivables.receivableOf(1n)).state).to.equal(states.confirmed);
  });
});

describe("Receivables: days and tenor at confirmation", () => {
  it("refuses delivery after confirmation (notice 2025/77 art. 10: no prepayments)", async () => {
    const { receivables, obligor, next, soon } = await load();
    const now = await today();
    const { id: receivable, given } = await next({ deliveryDay: now + 1n });
    await expect(obligor.confirm(receivable, given, soon, ref))
      .to.be.revertedWithCustomError(receivables, "ReceivablesDeliveryAhead")
      .withArgs(now + 1n, now);
    await networkHelpers.time.increase(day);
    await obligor.confirm(receivable, given, soon + BigInt(day), ref);
  });

  it("refuses a due day that is over, and takes one that is today", async () => {
    const { receivables, obligor, next, inSeconds } = await load();
    const now = await today();
    const { id: receivable, given } = await next({ dueDay: now, salt: id("due today") });
    await obligor.confirm(receivable, given, await inSeconds(day), ref);
    const other = await next({ dueDay: now, salt: id("due yesterday") });
    await networkHelpers.time.increase(day);
    await expect(obligor.confirm(other.id, other.given, await inSeconds(day), ref))
      .to.be.revertedWithCustomError(receivables, "ReceivablesDuePassed")
      .withArgs(now, now + 1n);
  });

  const longTerm = { longTermReason: id("custom of the trade") };
  const tenor = (now: bigint, days: bigint) => ({
    dueDay: now + days,
    contractDueDay: now + days,
    ...longTerm,
  });

  it("warns above 6 months (notice 2025/77 art. 11)", async () => {
    const { receivables, obligor, next, soon } = await load();
    const { id: receivable, given } = await next(tenor(await today(), 184n));
    await expect(obligor.confirm(receivable, given, soon, ref))
      .to.emit(receivables, "TenorWarning")
      .withArgs(receivable, 184n, 183n, ref);
  });

  it("warns of nothing at 6 months", async () => {
    const { receivables, obligor, next, soon } = await load();
    const { id: receivable, given } = await next(tenor(await today(), 183n));
    await expect(obligor.confirm(receivable, given, soon, ref)).not.to.emit(
      receivables,
      "TenorWarning",
    );
  });

  it("refuses a tenor above 1 year (notice 2025/77 art. 11)", async () => {
    const { receivables, obligor, next, soon } = await load();
    const now = await today();
    const most = await next({ ...tenor(now, 365n), amount: 1n });
    await obligor.confirm(most.id, most.given, soon, ref);
    const { id: receivable, given } = await next(tenor(now, 366n));
    await expect(obligor.confirm(receivable, given, soon, ref))
      .to.be.revertedWithCustomError(receivables, "ReceivablesTenorTooLong")
      .withArgs(366n, 365n);
  });

  it("refuses to pay a small creditor later than 60 days after delivery without a reason (Regulation art. 9)", async () => {
    const { receivables, obligor, next, soon } = await load();
    const now = await today();
    const exact = await next({ dueDay: now + 50n, amount: 1n });
    await obligor.confirm(exact.id, exact.given, soon, ref);
    const late = { dueDay: now + 51n, contractDueDay: now + 51n };
    const { id: receivable, given } = await next(late);
    await expect(obligor.confirm(receivable, given, soon, ref))
      .to.be.revertedWithCustomError(receivables, "ReceivablesLongTermReasonMissing")
      .withArgs(61n, 60n);
    const reasoned = await next({ ...late, ...longTerm });
    await obligor.confirm(reasoned.id, reasoned.given, soon, ref);
  });

  it("lets a large creditor wait longer without a reason", async () => {
    const { receivables, members, obligor, who, next, soon } = await load();
    await members.connect(who.operator.account).setSize(who.tierOne.id, 0n, ref);
    const late = (await today()) + 51n;
    const { id: receivable, given } = await next({ dueDay: late, contractDueDay: late });
    await obligor.confirm(receivable, given, soon, ref);
    expect((await receivables.receivableOf(receivable)).state).to.equal(states.confirmed);
  });
});

describe("Receivables: standing of the parties at confirmation", () => {
  for (const [reason, bit] of Object.entries({ licence: 1n << 2n, sanctions: 1n << 4n })) {
    it(`refuses a suspended obligor (${reason}; notice 2025/77 art. 15)`, async () => {
      const { members, obligor, who, given, soon } = await load();
      const operator = members.connect(who.operator.account);
      await operator.setSuspensions(who.obligor.id, bit, id("reason"), ref);
      await expect(obligor.confirm(1n, given, soon, ref))
        .to.be.revertedWithCustomError(members, "MembersSuspended")
        .withArgs(who.obligor.id, bit);
      await operator.setSuspensions(who.obligor.id, 0n, id("reason"), ref);
      await obligor.confirm(1n, given, soon, ref);
    });
  }

  it("refuses an obligor that is overdue elsewhere until it has paid (notice 2025/77 art. 15)", async () => {
    const { members, obligor, settler, who, given, soon } = await load();
    await members.connect(settler).raiseOverdue(who.obligor.id, ref);
    await expect(obligor.confirm(1n, given, soon, ref))
      .to.be.revertedWithCustomError(members, "MembersSuspended")
      .withArgs(who.obligor.id, suspensions.overdue);
    await members.connect(settler).clearOverdue(who.obligor.id, ref);
    await obligor.confirm(1n, given, soon, ref);
  });

  it("takes a creditor that is overdue with what it owes itself", async () => {
    const { members, receivables, obligor, creditor, settler, who, given, soon } = await load();
    await members.connect(settler).raiseOverdue(who.tierOne.id, ref);
    await obligor.confirm(1n, given, soon, ref);
    await creditor.accept(1n, ref);
    expect((await receivables.receivableOf(1n)).state).to.equal(states.accepted);
  });

  it("refuses a suspended creditor", async () => {
    const { members, obligor, who, given, soon } = await load();
    const operator = members.connect(who.operator.account);
    await operator.setSuspensions(who.tierOne.id, suspensions.contract, id("reason"), ref);
    await expect(obligor.confirm(1n, given, soon, ref))
      .to.be.revertedWithCustomError(members, "MembersSuspended")
      .withArgs(who.tierOne.id, suspensions.contract);
  });
});

describe("Receivables: invoices at confirmation", () => {
  it("refuses an invoice that is used up", async () => {
    const { claims, obligor, given, next, soon } = await load();
    await obligor.confirm(1n, given, soon, ref);
    const again = await next({ salt: id("salt 2") });
    await expect(obligor.confirm(again.id, again.given, soon, ref))
      .to.be.revertedWithCustomError(claims, "ClaimsOverused")
      .withArgs(id("invoice 1"), 1_500_000n, 1_000_000n, 1_000_000n);
    const rest = await next({ amount: 500_000n });
    await obligor.confirm(rest.id, rest.given, soon, ref);
  });

  it("refuses an invoice that is used up under another spelling of its number", async () => {
    const { claims, obligor, next, soon } = await load();
    const sellerId = { scheme: "local", id: "acme" } as const;
    const [tag, respelt] = ["A-17", "ａ 17"].map((number) =>
      unblindedTag(canonicalInvoiceIdentity({ sellerId, number })),
    );
    const of = (spelling: string | undefined) => [
      { tag: spelling ?? "", exists: 1_000_000n, amount: 1_000_000n },
    ];
    const first = await next({ invoices: of(tag), salt: id("salt 2") });
    await obligor.confirm(first.id, first.given, soon, ref);
    const second = await next({ invoices: of(respelt), salt: id("salt 3") });
    await expect(obligor.confirm(second.id, second.given, soon, ref))
      .to.be.revertedWithCustomError(claims, "ClaimsOverused")
      .withArgs(tag, 1_000_000n, 1_000_000n, 1_000_000n);
  });

  it("refuses the same invoice with another face or in another currency", async () => {
    const { claims, receivables, rules, obligor, who, given, next, soon } = await load();
    await obligor.confirm(1n, given, soon, ref);
    const invoice = { tag: id("invoice 1"), exists: 1_500_001n, amount: 1n };
    const face = await next({ amount: 1n, invoices: [invoice] });
    await expect(obligor.confirm(face.id, face.given, soon, ref))
      .to.be.revertedWithCustomError(claims, "ClaimsOtherFace")
      .withArgs(id("invoice 1"), 1_500_000n, 1_500_001n);
    const usd = currencyBytes("USD");
    await rules.connect(who.operator.account).setCeiling(who.obligor.id, usd, 9n, ref);
    await receivables.connect(who.obligor.account).setLimit(usd, 9n, ref);
    const unit = await next({ amount: 1n, currency: usd });
    await expect(obligor.confirm(unit.id, unit.given, soon, ref))
      .to.be.revertedWithCustomError(claims, "ClaimsOtherUnit")
      .withArgs(id("invoice 1"), cny, usd);
  });

  it("refuses tags of another key epoch", async () => {
    const { claims, obligor, next, soon } = await load();
    const { id: receivable, given } = await next({ epoch: 1n });
    await expect(obligor.confirm(receivable, given, soon, ref))
      .to.be.revertedWithCustomError(claims, "ClaimsWrongEpoch")
      .withArgs(1n, 0n);
  });

  it("refuses an invoice of which nothing is used", async () => {
    const { claims, obligor, given, next, soon } = await load();
    const nothing = { tag: id("invoice 2"), exists: 5n, amount: 0n };
    const { id: receivable, given: other } = await next({
      invoices: [...given.invoices, nothing],
    });
    await expect(obligor.confirm(receivable, other, soon, ref))
      .to.be.revertedWithCustomError(claims, "ClaimsZeroAmount")
      .withArgs(id("invoice 2"));
  });

  it("costs at most 60,000 gas for each further invoice", async () => {
    const { obligor, next, soon } = await load();
    const invoices = (count: number, from: number) =>
      Array.from({ length: count }, (_, i) => ({
        tag: id(`invoice ${from + i}`),
        exists: 1_000n,
        amount: 1_000n,
      }));
    const gasOf = async (count: number, from: number) => {
      const amount = 1_000n * BigInt(count);
      const { id: receivable, given } = await next({ amount, invoices: invoices(count, from) });
      const sent = await obligor.confirm(receivable, given, soon, ref);
      return (await sent.wait())?.gasUsed ?? 0n;
    };
    await gasOf(1, 100); // the limit's word is no longer fresh
    const one = await gasOf(1, 200);
    const many = await gasOf(41, 300);
    expect((many - one) / 40n <= 60_000n, `${(many - one) / 40n}`).to.equal(true);
  });
});
