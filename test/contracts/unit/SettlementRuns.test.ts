import { expect } from "chai";
import type { ContractTransactionResponse, Interface, Log } from "ethers";
import { settlementShares } from "../../../sdk/settlement/settlementShares.ts";
import { chain } from "../../helpers/chain.ts";
import { civilDay } from "../../helpers/civilDay.ts";
import { ref } from "../../helpers/ref.ts";
import { settlementFixture } from "../../helpers/settlementFixture.ts";

const { networkHelpers } = chain;
const odd = [1n, 2n, 33_333n, 7n, 100_001n, 250_000n, 3n, 99_999n, 123_457n] as const;

/** The due day of a receivable in ten positions of odd values, one of them spent. */
async function splitUp() {
  const setting = await settlementFixture();
  const { certificates, pass, root, who, amount } = setting;
  const children: bigint[] = [];
  for (const [index, value] of odd.entries()) {
    const to = index % 2 === 0 ? who.tierTwo.id : who.tierThree.id;
    children.push(await pass(root, to, value));
  }
  // The third child is passed on whole, so its own word stays with value 0.
  const third = children[2] ?? 0n;
  const until = await setting.inDays(1_000);
  await certificates
    .connect(who.tierThree.account)
    .setStandingAcceptance(who.tierTwo.id, until, ref, ref);
  await certificates
    .connect(who.tierTwo.account)
    .transfer(third, who.tierThree.id, 33_333n, ref, ref);
  const rest = amount - odd.reduce((left, right) => left + right, 0n);
  /** Live values in ascending serial order. */
  const values = [rest, ...odd.filter((value) => value !== 33_333n), 33_333n];
  await civilDay.goTo(setting.dueDay);
  return { ...setting, values };
}

/** The events of one name in a transaction. */
async function eventsOf(abi: Interface, sent: ContractTransactionResponse, name: string) {
  const logs: readonly Log[] = (await sent.wait())?.logs ?? [];
  return logs.map((log) => abi.parseLog(log)).filter((event) => event?.name === name);
}

describe("Instructing a settlement", () => {
  it("is the obligor's, from the start of the due day on", async () => {
    const { settlement, settlementRuns, who, receivable, dueDay, inDays } =
      await networkHelpers.loadFixture(settlementFixture);
    const obligor = settlementRuns.connect(who.obligor.account);
    const start = civilDay.startOf(dueDay);
    const expiresAt = (await inDays(60)) + 0n;
    await networkHelpers.time.increaseTo(start - 3n);
    await networkHelpers.time.setNextBlockTimestamp(start - 1n);
    await expect(obligor.instructSettlement(receivable, 5n, who.bank.id, expiresAt, ref))
      .to.be.revertedWithCustomError(settlementRuns, "RunsTooEarly")
      .withArgs(receivable, dueDay - 1n, dueDay);
    await networkHelpers.time.increaseTo(start - 1n);
    await expect(obligor.instructSettlement(receivable, 5n, who.bank.id, expiresAt, ref)).to.emit(
      settlement,
      "InstructionIssued",
    );
    const issued = await settlement.instructionOf(1n);
    expect([issued.payer, issued.payee, issued.amount, issued.subject]).to.deep.equal([
      who.obligor.id,
      0n,
      5n,
      receivable,
    ]);
  });

  it("is refused to others", async () => {
    const { settlementRuns, members, who, receivable, dueDay, inDays, stranger } =
      await networkHelpers.loadFixture(settlementFixture);
    await civilDay.goTo(dueDay);
    const expiresAt = await inDays(1);
    for (const { id, account } of [who.otherObligor, who.tierOne, who.operator]) {
      await expect(
        settlementRuns
          .connect(account)
          .instructSettlement(receivable, 5n, who.bank.id, expiresAt, ref),
      )
        .to.be.revertedWithCustomError(settlementRuns, "RunsNotObligor")
        .withArgs(receivable, id, who.obligor.id);
    }
    await expect(
      settlementRuns
        .connect(stranger)
        .instructSettlement(receivable, 5n, who.bank.id, expiresAt, ref),
    )
      .to.be.revertedWithCustomError(members, "MembersAccountNotActive")
      .withArgs(stranger);
  });

  it("is refused when nothing is live", async () => {
    const { settlementRuns, pay, instruct, receivable, amount, dueDay } =
      await networkHelpers.loadFixture(settlementFixture);
    await civilDay.goTo(dueDay);
    await pay(receivable, amount);
    await settlementRuns.settleBatch(receivable, 1n, ref);
    await expect(instruct(receivable, 1n))
      .to.be.revertedWithCustomError(settlementRuns, "RunsNothingLive")
      .withArgs(receivable);
  });
});

describe("A settlement run", () => {
  it("ends circulation when it opens", async () => {
    const { certificates, pay, receivable, root, who } = await networkHelpers.loadFixture(splitUp);
    await pay(receivable, 1n);
    expect((await certificates.slotInfo(receivable)).closed).to.equal(true);
    await expect(
      certificates.connect(who.tierOne.account).transfer(root, who.tierTwo.id, 10n, ref, ref),
    ).to.be.revertedWithCustomError(certificates, "SplitTokenClosed");
  });

  it("pays each position its share of a partial payment, exactly once", async () => {
    const { settlementRuns, certificates, receivables, pay, receivable, values, amount } =
      await networkHelpers.loadFixture(splitUp);
    const paid = 777_777n;
    await pay(receivable, paid);
    const sent = await settlementRuns.settleBatch(receivable, 100n, ref);
    const legs = await eventsOf(settlementRuns.interface, sent, "LegSettled");
    const expected = settlementShares(values, paid);
    expect(legs.map((event) => event?.args["face"])).to.deep.equal(
      expected.filter((share) => share > 0n),
    );
    await expect(sent).to.emit(settlementRuns, "RunClosed").withArgs(1n, receivable, ref);
    const totals = await certificates.totalsOf(receivable);
    expect([totals.live, totals.settled, totals.waiting]).to.deep.equal([amount - paid, paid, 0n]);
    expect((await receivables.receivableOf(receivable)).openAmount).to.equal(amount - paid);
    await expect(settlementRuns.settleBatch(receivable, 100n, ref))
      .to.be.revertedWithCustomError(settlementRuns, "RunsNoOpenRun")
      .withArgs(receivable);
  });

  it("pays the same in batches of any size, and all of P", async () => {
    for (const paid of [1n, 10n, 999_999n, 1_000_000n, 333_333n]) {
      for (const limit of [1n, 2n, 3n, 7n, 1_000n]) {
        const setting = await networkHelpers.loadFixture(splitUp);
        const { settlementRuns, pay, receivable, values } = setting;
        await pay(receivable, paid);
        const shares: bigint[] = [];
        for (let batch = 0; (await settlementRuns.openRunOf(receivable))[0] !== 0n; batch += 1) {
          expect(batch, "a run that never closes").to.be.lessThan(20);
          const sent = await settlementRuns.settleBatch(receivable, limit, ref);
          const legs = await eventsOf(settlementRuns.interface, sent, "LegSettled");
          shares.push(...legs.map((event): bigint => event?.args["face"] ?? 0n));
          const [matched, settled, reserved] = await settlementRuns.reconciliationOf(receivable);
          expect(matched, "I8").to.equal(settled + reserved);
          expect(matched).to.equal(paid);
        }
        const expected = settlementShares(values, paid).filter((share) => share > 0n);
        expect(shares, `${paid} in batches of ${limit}`).to.deep.equal(expected);
        expect(shares.reduce((left, right) => left + right, 0n)).to.equal(paid);
      }
    }
  });

  it("says per leg who is paid what", async () => {
    const { settlementRuns, certificates, pay, receivable, token, values, who, amount } =
      await networkHelpers.loadFixture(splitUp);
    await pay(receivable, amount);
    const leg = [1n, token(receivable, 1n), who.tierOne.id, values[0], values[0]];
    const sent = settlementRuns.settleBatch(receivable, 1n, ref);
    await expect(sent)
      .to.emit(settlementRuns, "LegSettled")
      .withArgs(...leg, 0n, 0n, 0n, ref);
    await expect(sent)
      .to.emit(certificates, "Settled")
      .withArgs(token(receivable, 1n), values[0], 0n, ref);
    expect((await settlementRuns.runOf(1n)).cursor).to.equal(1n);
  });

  it("discharges the receivable when nothing is live any more", async () => {
    const { settlementRuns, receivables, pay, receivable, amount, cny, who } =
      await networkHelpers.loadFixture(splitUp);
    await pay(receivable, amount);
    expect((await receivables.limitOf(who.obligor.id, cny)).inUse).to.equal(amount);
    await expect(settlementRuns.settleBatch(receivable, 100n, ref))
      .to.emit(receivables, "ReceivableDischarged")
      .withArgs(receivable, ref);
    expect((await receivables.limitOf(who.obligor.id, cny)).inUse).to.equal(0n);
  });

  it("refuses a batch of nothing", async () => {
    const { settlementRuns, pay, receivable } = await networkHelpers.loadFixture(splitUp);
    await pay(receivable, 1n);
    await expect(settlementRuns.settleBatch(receivable, 0n, ref)).to.be.revertedWithCustomError(
      settlementRuns,
      "RunsZeroLimit",
    );
  });

  it("answers for unknown ones with zeros", async () => {
    const { settlementRuns, receivable } = await networkHelpers.loadFixture(settlementFixture);
    expect((await settlementRuns.runOf(9n)).receivable).to.equal(0n);
    expect((await settlementRuns.openRunOf(receivable))[0]).to.equal(0n);
    expect(await settlementRuns.runCount()).to.equal(0n);
    await expect(settlementRuns.settleBatch(receivable, 1n, ref))
      .to.be.revertedWithCustomError(settlementRuns, "RunsNoOpenRun")
      .withArgs(receivable);
  });

  it("hears outcomes from the settlement contract alone", async () => {
    const { settlementRuns, who } = await networkHelpers.loadFixture(settlementFixture);
    const caller = settlementRuns.connect(who.bank.account);
    for (const attempt of [
      caller.onAccepted(1n, ref),
      caller.onPaid(1n, 5n, 5n, ref),
      caller.onFailed(1n, ref),
    ]) {
      await expect(attempt)
        .to.be.revertedWithCustomError(settlementRuns, "RunsNotIssuedHere")
        .withArgs(who.bank.account);
    }
  });
});

describe("A payment that comes while a run is open", () => {
  it("queues, and opens the next run when that one closes", async () => {
    const { settlementRuns, pay, receivable, amount, dueDay } =
      await networkHelpers.loadFixture(splitUp);
    await pay(receivable, 400_000n);
    const next = await (async () => {
      const instruction = await pay(receivable, 500_000n);
      expect(await settlementRuns.queuedOf(receivable)).to.deep.equal([instruction]);
      return instruction;
    })();
    expect(await settlementRuns.reconciliationOf(receivable)).to.deep.equal([
      900_000n,
      0n,
      900_000n,
    ]);
    expect(await settlementRuns.unpaidOf(receivable)).to.equal(amount - 900_000n);
    await expect(settlementRuns.settleBatch(receivable, 100n, ref))
      .to.emit(settlementRuns, "RunOpened")
      .withArgs(2n, receivable, next, amount - 400_000n, 500_000n, dueDay, ref);
    expect(await settlementRuns.queuedOf(receivable)).to.deep.equal([]);
    await settlementRuns.settleBatch(receivable, 100n, ref);
    expect(await settlementRuns.reconciliationOf(receivable)).to.deep.equal([
      900_000n,
      900_000n,
      0n,
    ]);
  });

  it("says that it waits", async () => {
    const { settlementRuns, pay, instruct, attest, receivable } =
      await networkHelpers.loadFixture(splitUp);
    await pay(receivable, 10n);
    const instruction = await instruct(receivable, 20n);
    await expect(attest(instruction))
      .to.emit(settlementRuns, "RunQueued")
      .withArgs(receivable, instruction, 20n, ref);
  });

  it("keeps its place, and becomes unmatched where nothing is left for it", async () => {
    const { settlement, settlementRuns, pay, receivable, amount, who } =
      await networkHelpers.loadFixture(splitUp);
    await pay(receivable, amount - 5n);
    const partly = await pay(receivable, 9n);
    const wholly = await pay(receivable, 11n);
    const also = await pay(receivable, 13n);
    expect(await settlementRuns.unpaidOf(receivable)).to.equal(0n);
    await settlementRuns.settleBatch(receivable, 100n, ref);
    expect((await settlement.unmatchedOf(1n)).attestation.instruction).to.equal(partly);
    expect((await settlement.unmatchedOf(1n)).attestation.amount).to.equal(4n);
    // The last run closes; of the queue one payment at most is worked off by a batch of one.
    let batches = 0;
    while ((await settlementRuns.openRunOf(receivable))[0] !== 0n) {
      await settlementRuns.settleBatch(receivable, 1n, ref);
      batches += 1;
    }
    expect(batches).to.be.greaterThan(1);
    expect(await settlementRuns.queuedOf(receivable)).to.deep.equal([also]);
    await expect(settlementRuns.settleBatch(receivable, 1n, ref))
      .to.emit(settlement, "UnmatchedPayment")
      .withArgs(3n, also, who.bank.id, 13n, true, () => true, ref);
    expect((await settlement.unmatchedOf(2n)).attestation.instruction).to.equal(wholly);
    expect(await settlementRuns.reconciliationOf(receivable)).to.deep.equal([amount, amount, 0n]);
  });

  it("doesn't overtake one that still waits in the queue", async () => {
    const { settlementRuns, instruct, pay, attest, receivable, amount } =
      await networkHelpers.loadFixture(splitUp);
    const late = await instruct(receivable, 7n);
    await pay(receivable, amount);
    await pay(receivable, 11n);
    const waits = await pay(receivable, 13n);
    // Closes the run and works off the first of two queued payments.
    const { serials } = { serials: 11n };
    for (let serial = 0n; serial < serials; serial += 1n) {
      await settlementRuns.settleBatch(receivable, 1n, ref);
    }
    expect((await settlementRuns.openRunOf(receivable))[0]).to.equal(0n);
    expect(await settlementRuns.queuedOf(receivable)).to.deep.equal([waits]);
    await attest(late);
    expect(await settlementRuns.queuedOf(receivable)).to.deep.equal([waits, late]);
  });
});

describe("A payment above what is due", () => {
  it("settles all and records the rest as unmatched", async () => {
    const { settlement, settlementRuns, instruct, attest, receivable, amount, who } =
      await networkHelpers.loadFixture(splitUp);
    const instruction = await instruct(receivable, amount);
    await expect(attest(instruction, { amount: amount + 3n }))
      .to.emit(settlement, "UnmatchedPayment")
      .withArgs(1n, instruction, who.bank.id, 3n, true, () => true, ref);
    expect((await settlementRuns.runOf(1n)).paid).to.equal(amount);
  });

  it("is unmatched as a whole when nothing is live", async () => {
    const { settlement, settlementRuns, instruct, attest, pay, receivable, amount } =
      await networkHelpers.loadFixture(splitUp);
    const late = await instruct(receivable, 5n);
    await pay(receivable, amount);
    await settlementRuns.settleBatch(receivable, 100n, ref);
    await expect(attest(late)).not.to.emit(settlementRuns, "RunOpened");
    expect((await settlement.unmatchedOf(1n)).attestation.amount).to.equal(5n);
    expect(await settlementRuns.runCount()).to.equal(1n);
  });
});
