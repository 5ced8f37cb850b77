import { chainClock } from "./chainClock.ts";
import { circulate } from "./circulate.ts";
import type { DemoResult } from "./demoResult.ts";
import type { DemoWorld } from "./demoWorld.ts";
import { finance } from "./finance.ts";
import type { Table } from "./importTable.ts";
import type { Issued } from "./issued.ts";
import { issueRow } from "./issueRow.ts";
import { Pace, type Traveller } from "./Pace.ts";
import type { Progress } from "./Progress.ts";
import { type PlannedDay, type PlannedRow, planDays } from "./planDays.ts";
import { settleRow } from "./settleRow.ts";

/** Every fifth receivable is financed at a bank. */
const FINANCED_EVERY = 5;

/** Carries rows through their life, day by day, and counts what happens. */
class TableLife {
  readonly pace = new Pace();
  readonly #world: DemoWorld;
  readonly #result: DemoResult;
  readonly #issued = new Map<PlannedRow, Issued>();
  /** The end of each customer's last day with something to do. */
  readonly #customers = new Map<string, Promise<void>>();
  #face = 0n;

  constructor(world: DemoWorld, result: DemoResult) {
    this.#world = world;
    this.#result = result;
  }

  /** Begins what each customer of a day has to do. A customer's days come one after the other. */
  liveOn(planned: PlannedDay): void {
    const rows = [...planned.overdue, ...planned.settle, ...planned.issue];
    for (const [customer, own] of Map.groupBy(rows, ({ row }) => row.customerId)) {
      const before = this.#customers.get(customer);
      const these = (all: readonly PlannedRow[]) => all.filter((row) => own.includes(row));
      const { day } = planned;
      const overdue = these(planned.overdue);
      const settle = these(planned.settle);
      const issue = these(planned.issue);
      // Early payments are agreed on, and receivables circulate, up to the due day.
      const dueDays = [...settle, ...issue].map(({ dueDay }) => dueDay).filter((due) => due > day);
      const lastDay = Math.min(...dueDays, Number.POSITIVE_INFINITY);
      const ended = this.pace.begin(lastDay, async () => {
        await before;
        await Promise.all(overdue.map((row) => this.#markOverdue(row)));
        await Promise.all(settle.map((row) => this.#settle(row, day)));
        // A customer that is late gets nothing new before it has paid.
        await Promise.all(issue.map((row) => this.#issue(row)));
      });
      this.#customers.set(customer, ended);
    }
  }

  async #markOverdue(row: PlannedRow): Promise<void> {
    const issued = this.#issued.get(row);
    if (issued === undefined || issued.settled) return;
    await this.#world.operator.api.post(`/v1/receivables/${issued.receivable}/overdue-marks`);
    this.#result.overdue += 1;
  }

  async #settle(row: PlannedRow, day: number): Promise<void> {
    const issued = this.#issued.get(row);
    if (issued === undefined) return;
    await issued.circulation;
    await settleRow(this.#world, issued, day);
    issued.settled = true;
    this.#result.settled += 1;
  }

  async #issue(row: PlannedRow): Promise<void> {
    const outcome = await issueRow(this.#world, row);
    const result = this.#result;
    if (outcome.kind === "suspended") {
      result.suspended += 1;
      return;
    }
    if (outcome.kind === "refused") {
      result.rejected += 1;
      result.problems.push({ line: row.row.line, column: "DueDate", reason: outcome.reason });
      return;
    }
    const { issued } = outcome;
    this.#issued.set(row, issued);
    result.confirmed += 1;
    this.#face += row.row.amountMinor;
    result.faceMinor = this.#face.toString();
    const { settleDay, issueDay, dueDay } = row;
    const lastDay = Math.min(settleDay ?? dueDay, dueDay) - 1;
    issued.circulation = this.pace.begin(lastDay, (self) => this.#circulate(issued, self));
    if (settleDay === issueDay) await this.#settle(row, settleDay);
  }

  /** One step a day, as between real firms; all of them on the day on which it is due or paid already. */
  async #circulate(issued: Issued, self: Traveller): Promise<void> {
    const result = this.#result;
    const { tier, second } = await circulate(this.#world, issued, self.overnight);
    result.transfers += 2;
    result.certificates += 3;
    result.maxTier = Math.max(result.maxTier, tier);
    if (issued.receivable % FINANCED_EVERY !== 0 || second.rest < 1n) return;
    await self.overnight();
    const { overnight } = self;
    await finance(this.#world, { issued, second, overnight, today: () => this.pace.today });
    result.financed += 1;
    result.certificates += 1;
  }
}

/** Lives a table's rows through on a ledger whose clock jumps from day to day. */
export async function liveThrough(
  table: Table,
  world: DemoWorld,
  rpcUrl: string,
  result: DemoResult,
  progress: Progress,
): Promise<void> {
  const life = new TableLife(world, result);
  const { pace } = life;
  const days = planDays(table.rows);
  const dawn = (day: number) => pace.dawn(day, () => chainClock.jumpTo(rpcUrl, day));
  /** On days without plans goes on what earlier ones began. */
  const liveUntil = async (day: number) => {
    if (pace.today + 1 < day) await pace.rest();
    while (pace.isAnyoneAsleep && pace.today + 1 < day) {
      await dawn(pace.today + 1);
      await pace.rest();
    }
  };
  progress.begin("Living", days.length);
  for (const planned of days) {
    await liveUntil(planned.day);
    await dawn(planned.day);
    life.liveOn(planned);
    progress.advance(1, `${result.confirmed} confirmed, ${result.settled} settled`);
  }
  await liveUntil(Number.POSITIVE_INFINITY);
  progress.end();
}
