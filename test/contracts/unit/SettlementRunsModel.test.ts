import { expect } from "chai";
import fc from "fast-check";
import { chain } from "../../helpers/chain.ts";
import { civilDay } from "../../helpers/civilDay.ts";
import { earlyPaymentFixture } from "../../helpers/earlyPaymentFixture.ts";
import { ref } from "../../helpers/ref.ts";
import { settlementEnums } from "../../helpers/settlementEnums.ts";

const { networkHelpers } = chain;
const { outcome } = settlementEnums;
/** One run takes a second here, so there are fewer than of the invariants in Solidity. */
const runs = Math.ceil(Number(process.env["TALLYSTICK_INVARIANT_RUNS"] ?? 256) / 16);
const seed = Number(process.env["TALLYSTICK_SEED"] ?? 0x7a115);

type Setting = Awaited<ReturnType<typeof earlyPaymentFixture>>;

/** One random step after the due day; `pick` chooses the position, `amount` how much. */
type Step = {
  readonly verb: "pay" | "batch" | "freeze" | "release" | "waiting" | "outcome" | "deliver";
  readonly pick: number;
  readonly amount: bigint;
};

const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.record({
    verb: fc.constantFrom(
      "pay",
      "batch",
      "batch",
      "freeze",
      "release",
      "waiting",
      "outcome",
      "deliver",
    ),
    pick: fc.nat(9),
    amount: fc.oneof(fc.bigInt(1n, 1_200_000n), fc.bigInt(1n, 5n)),
  }),
  { minLength: 5, maxLength: 30 },
);

const values = fc.array(fc.bigInt(1n, 180_000n), { minLength: 1, maxLength: 5 });

/** Passes values on, and has early payments of two positions accepted by the bank. */
async function prepare(setting: Setting, parts: readonly bigint[]) {
  const { pass, root, who, agree, settlement, inDays, dueDay } = setting;
  const positions = [root];
  for (const part of parts) positions.push(await pass(root, who.tierTwo.id, part));
  const early: bigint[] = [];
  const expiresAt = await inDays(50);
  const bank = settlement.connect(who.bank.account);
  for (const [token, holder, face] of [
    [root, who.tierOne, 60_000n],
    [positions[1] ?? root, who.tierTwo, ((parts[0] ?? 0n) + 1n) / 2n],
  ] as const) {
    const instruction = await agree({ token, face, paid: 1n, expiresAt }, holder);
    await bank.acceptInstruction(instruction, await civilDay.today(), ref);
    early.push(instruction);
  }
  await civilDay.goTo(dueDay + 2n);
  return { positions, early, frozen: new Set<bigint>() };
}

type Prepared = Awaited<ReturnType<typeof prepare>>;

/** Whether the bank accepted an early payment of the position that has not been delivered or returned. */
async function isFirm({ earlyPayments }: Setting, { early }: Prepared, position: bigint) {
  for (const index of early.keys()) {
    const { token, state } = await earlyPayments.earlyPaymentOf(BigInt(index) + 1n);
    if (token === position && (state === 1n || state === 2n)) return true;
  }
  return false;
}

/** Does one step if the state allows it; the checks that would refuse it are tested elsewhere. */
async function take(setting: Setting, prepared: Prepared, step: Step): Promise<void> {
  const { certificates, settlementRuns, earlyPayments, settlement, receivable } = setting;
  const { positions, early, frozen } = prepared;
  const position = positions[step.pick % positions.length] ?? 0n;
  const totals = await certificates.totalsOf(receivable);
  const flags = (await certificates.positionOf(position)).link.flags;
  switch (step.verb) {
    case "pay":
      if (totals.live > totals.waiting) await setting.pay(receivable, step.amount);
      return;
    case "batch": {
      const open = (await settlementRuns.openRunOf(receivable))[0] !== 0n;
      const queued = (await settlementRuns.queuedOf(receivable)).length > 0;
      const limit = (step.amount % 4n) + 1n;
      if (open || queued) await settlementRuns.settleBatch(receivable, limit, ref);
      return;
    }
    case "freeze":
    case "release": {
      const freeze = step.verb === "freeze";
      if (frozen.has(position) === freeze) return;
      await setting.setFrozen(position, freeze);
      if (freeze) frozen.add(position);
      else frozen.delete(position);
      return;
    }
    case "waiting":
      if ((flags & 8n) === 0n || frozen.has(position)) return;
      if (!(await isFirm(setting, prepared, position))) {
        await settlementRuns.settleWaiting(position, ref);
      }
      return;
    case "outcome": {
      const instruction = early[step.pick % early.length] ?? 0n;
      if ((await settlement.instructionOf(instruction)).state !== settlementEnums.state.accepted)
        return;
      const paid = step.amount % 2n === 0n;
      await setting.attest(instruction, { outcome: paid ? outcome.paid : outcome.returned });
      return;
    }
    case "deliver": {
      const number = BigInt(step.pick % early.length) + 1n;
      const { token, state } = await earlyPayments.earlyPaymentOf(number);
      const { running } = await certificates.slotInfo(receivable);
      if (state === 2n && !running && !frozen.has(token)) await earlyPayments.deliver(number, ref);
    }
  }
}

/** I1, I3 and I8, and that totals are what the positions add up to. */
async function check(setting: Setting, { positions }: Prepared): Promise<void> {
  const { certificates, receivables, settlementRuns, receivable, amount } = setting;
  const totals = await certificates.totalsOf(receivable);
  expect(totals.live + totals.settled + totals.retired, "I1").to.equal(amount);
  let [live, waiting] = [0n, 0n];
  for (const position of positions) {
    const { value, held } = (await certificates.positionOf(position)).link;
    expect(held <= value, "I3").to.equal(true);
    live += value;
    waiting += await certificates.waitingOf(position);
  }
  expect([live, waiting]).to.deep.equal([totals.live, totals.waiting]);
  expect((await receivables.receivableOf(receivable)).openAmount, "open amount").to.equal(live);
  const [matched, settled, reserved] = await settlementRuns.reconciliationOf(receivable);
  expect(matched, "I8").to.equal(settled + reserved);
}

/** Ends whatever is still open: freezes, outcomes, deliveries, runs, waiting legs, and what is unpaid. */
async function finish(setting: Setting, prepared: Prepared): Promise<void> {
  const every = (verb: Step["verb"], amount = 1n): Step[] =>
    prepared.positions.map((_, pick) => ({ verb, pick, amount }));
  const batches = Array.from({ length: 40 }, (): Step => ({ verb: "batch", pick: 0, amount: 3n }));
  const order = [
    ...every("release"),
    ...every("outcome"),
    ...batches,
    ...every("deliver"),
    ...every("waiting"),
    { verb: "pay", pick: 0, amount: setting.amount } as const,
    ...batches,
  ];
  for (const step of order) await take(setting, prepared, step);
}

describe("Any order of payments, batches, freezes and outcomes", () => {
  it("keeps I1, I3 and I8 after each step, and ends with nothing live", async () => {
    await fc.assert(
      fc.asyncProperty(values, steps, async (parts, random) => {
        const setting = await networkHelpers.loadFixture(earlyPaymentFixture);
        const prepared = await prepare(setting, parts);
        for (const step of random) {
          await take(setting, prepared, step);
          await check(setting, prepared);
        }
        await finish(setting, prepared);
        await check(setting, prepared);
        const totals = await setting.certificates.totalsOf(setting.receivable);
        expect([totals.live, totals.waiting], "left over").to.deep.equal([0n, 0n]);
        expect(await setting.settlementRuns.unpaidOf(setting.receivable)).to.equal(0n);
      }),
      { numRuns: runs, seed },
    );
  }).timeout(300_000);
});
