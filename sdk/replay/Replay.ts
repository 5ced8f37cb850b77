import { createReplayDecoder, type ReplayDecoder } from "./createReplayDecoder.ts";
import { eventRow } from "./eventRow.ts";
import { foldEvent } from "./foldEvent.ts";
import type { Invariants } from "./invariants/Invariants.ts";
import { ledgerMeanings } from "./ledgerMeanings.ts";
import type { MemoryTables } from "./MemoryTables.ts";
import { ReplayDefect } from "./ReplayDefect.ts";
import type { ReplayEvent } from "./replayEvent.ts";
import type { ReplayFinding } from "./replayFinding.ts";
import type { ReplayLog } from "./replayLog.ts";

/** A block as the fold takes it. */
export type ReplayBlock = {
  readonly number: number;
  readonly time: Date;
  /** Logs in their order; those of other contracts than the ledger's are left out. */
  readonly logs: readonly ReplayLog[];
};

/** What a replay is made with. */
export type ReplayOptions = {
  readonly deployment: Parameters<typeof createReplayDecoder>[0];
  readonly tables: MemoryTables;
  readonly invariants: Invariants;
};

/** Whatever the fold throws, this log is where the history stopped to make sense. */
function brokenAt(log: ReplayLog, error: unknown): ReplayFinding {
  return {
    code: "fold",
    sentence: error instanceof Error ? error.message : String(error),
    block: log.blockNumber,
    transaction: log.transactionHash,
    log: log.logIndex,
    field: "topics",
    expected: "an event that follows from those before it",
    actual: log.topics[0] ?? null,
  };
}

/** Folds blocks into tables and checks the invariants at each of them. Blocks must come in their order. */
export class Replay {
  readonly tables: MemoryTables;
  readonly #decode: ReplayDecoder;
  readonly #invariants: Invariants;
  events = 0;
  /** Why nothing more can be folded. */
  broken: ReplayFinding | undefined;

  constructor({ deployment, tables, invariants }: ReplayOptions) {
    this.tables = tables;
    this.#decode = createReplayDecoder(deployment);
    this.#invariants = invariants;
  }

  /**
   * Folds one block.
   *
   * @returns violations of invariants, and facts that break one and are marked so
   * @throws ReplayDefect after an event that could not be folded: nothing can be said of what comes after it
   */
  async fold({ time, logs }: ReplayBlock): Promise<readonly ReplayFinding[]> {
    if (this.broken !== undefined) throw new ReplayDefect(this.broken.sentence);
    this.tables.changes.clear();
    const findings: ReplayFinding[] = [];
    for (const log of logs) {
      try {
        const event = this.#decode(log, time);
        if (event !== undefined) findings.push(...(await this.#foldEvent(event)));
      } catch (error) {
        this.broken = brokenAt(log, error);
        return [...findings, this.broken];
      }
    }
    findings.push(...this.#invariants.afterBlock(this.tables));
    return findings;
  }

  async #foldEvent(event: ReplayEvent): Promise<readonly ReplayFinding[]> {
    const { tables } = this;
    tables.changes.event = event;
    const members = await foldEvent(ledgerMeanings, tables, event);
    tables.put("event", eventRow(event, members));
    this.events += 1;
    return this.#invariants.afterEvent(tables, event);
  }
}
