import { chainClock } from "./chainClock.ts";
import { circulate } from "./circulate.ts";
import type { DemoResult } from "./demoResult.ts";
import type { DemoWorld } from "./demoWorld.ts";
import { finance } from "./finance.ts";
import type { Table } from "./importTable.ts";
import { inFlight } from "./inFlight.ts";
import { inParallel } from "./inParallel.ts";
import type { Issued } from "./issued.ts";
import { issueRow } from "./issueRow.ts";
import type { Progress } from "./Progress.ts";
import { type PlannedDay, type PlannedRow, planDays } from "./planDays.ts";
import { settleRow } from "./settleRow.ts";

/** Every fifth receivable is financed at a bank. */
const FINANCED_EVERY = 5;

/** Carries rows through their life, day by day, and counts what happens. */
class TableLife {
  readonly #world: DemoWorld;
  readonly #result: DemoResult;
  readonly #issued = new Map<PlannedRow, Issued>();
  #face = 0n;

  constructor(world: DemoWorld, result: DemoResult) {
    this.#world = world;
    this.#result = result;
  }

  #open(rows: readonly PlannedRow[]): Issued[] {
    return rows.flatMap((row) => this.#issued.get(row) ?? []).filter(({ settled }) => !settled);
  }

  async liveOn({ day, overdue, settle, issue }: PlannedDay): Promise<void> {
    await inParallel(this.#open(overdue), inFlight, (issued) => this.#markOverdue(issued));
    await inParallel(this.#open(settle), inFlight, (issued) => this.#settle(issued, day));
    await inParallel(issue, inFlight, (row) => this.#issue(row, day));
    this.#result.faceMinor = this.#face.toString();
  }

  async #markOverdue(issued: Issued): Promise<void> {
    await this.#world.operator.api.post(`/v1/receivables/${issued.receivable}/overdue-marks`);
    issued.overdue = true;
    this.#result.overdue += 1;
  }

  async #settle(issued: Issued, day: number): Promise<void> {
    await settleRow(this.#world, issued, day);
    this.#result.settled += 1;
  }

  async #issue(row: PlannedRow, day: number): Promise<void> {
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
    await this.#circulate(issued);
    if (row.settleDay === day) await this.#settle(issued, day);
  }

  async #circulate(issued: Issued): Promise<void> {
    const result = this.#result;
    const { transfers, tier, second } = await circulate(this.#world, issued);
    result.transfers += transfers;
    result.certificates += 1 + transfers;
    result.maxTier = Math.max(result.maxTier, tier);
    if (issued.receivable % FINANCED_EVERY !== 0 || second.rest < 1n) return;
    await finance(this.#world, issued, second);
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
  const days = planDays(table.rows);
  progress.begin("Living", days.length);
  for (const day of days) {
    await chainClock.jumpTo(rpcUrl, day.day);
    await life.liveOn(day);
    progress.advance(1, `${result.confirmed} confirmed, ${result.settled} settled`);
  }
  progress.end();
}
