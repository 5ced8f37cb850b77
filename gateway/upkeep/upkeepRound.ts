import { dayOf, dayToCivilDate } from "@tallystick/sdk";
import type { Identity } from "../auth/identity.ts";
import { LedgerRefusal } from "../errors/ledgerRefusal.ts";
import { ProblemError } from "../errors/problemError.ts";
import type { GatewayServices } from "../gatewayServices.ts";
import type { RequestLog } from "../idempotency/requestLog.ts";
import { InclusionPending } from "../outbox/inclusionPending.ts";
import { actByItself } from "./actByItself.ts";
import { RefusedSubjects } from "./refusedSubjects.ts";
import type { DueSubject, UpkeepDuty } from "./upkeepDuty.ts";
import { upkeepMember } from "./upkeepMember.ts";

/** What a round works with. */
export interface UpkeepParts {
  readonly services: GatewayServices;
  readonly requestLog: RequestLog;
  readonly duties: readonly UpkeepDuty[];
  /** Whether the gateway is stopping: what is not begun waits for the next start. */
  readonly isStopping: () => boolean;
  /** This machine's clock in milliseconds, by which refused subjects rest. */
  readonly now?: () => number;
}

/** Subjects of one duty and round: the oldest first, the rest in the next rounds. */
const MOST_OF_A_DUTY = 50;
/** As many as an engine's pool takes of one signer by default. */
const AT_ONCE = 4;

const dueSql = (sql: string) => `
  SELECT subject, occasion FROM (${sql}) AS due WHERE NOT (subject = ANY($3::text[]))
  ORDER BY due_at, subject LIMIT ${MOST_OF_A_DUTY}`;

/** Does what is due, again and again. */
export class UpkeepRound {
  readonly #parts: UpkeepParts;
  readonly #refused = new Map<string, RefusedSubjects>();
  #roundsOfNobody = 0;

  constructor(parts: UpkeepParts) {
    this.#parts = parts;
  }

  /** One round: for each duty its oldest subjects. Rejects only when nothing works, such as an unreachable node. */
  async run(): Promise<void> {
    const { services, duties, isStopping } = this.#parts;
    const { head, metrics } = services;
    const identity = await upkeepMember(services);
    if (identity === undefined) return this.#sayNobody();
    for (const duty of duties) {
      // Block time and nothing else decides what is due: it is what the contracts look at.
      const time = head.latest()?.timestamp;
      if (time === undefined || isStopping()) return;
      const due = await this.#due(duty, time);
      metrics.upkeepDue.set({ verb: duty.verb }, due.length);
      const waiting = [...due];
      const lanes = Array.from({ length: AT_ONCE }, async () => {
        for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
          if (isStopping()) return;
          await this.#carryOut(identity, duty, next);
        }
      });
      await Promise.all(lanes);
      metrics.upkeepResting.set({ verb: duty.verb }, this.#refusedOf(duty).size);
    }
    metrics.upkeepRound.setToCurrentTime();
  }

  #refusedOf({ verb }: UpkeepDuty): RefusedSubjects {
    const known = this.#refused.get(verb) ?? new RefusedSubjects(this.#parts.now);
    this.#refused.set(verb, known);
    return known;
  }

  #due(duty: UpkeepDuty, time: number): Promise<DueSubject[]> {
    const resting = this.#refusedOf(duty).resting();
    const today = dayToCivilDate(dayOf(time));
    const { database } = this.#parts.services;
    // Both parameters are named in every duty's statement once, so that one that needs no day may leave it out.
    const sql = `WITH asked AS (SELECT $1::timestamptz, $2::date) ${dueSql(duty.sql)}`;
    return database.query<DueSubject>(sql, [new Date(time * 1000), today, resting]);
  }

  async #carryOut(identity: Identity, duty: UpkeepDuty, due: DueSubject): Promise<void> {
    const { services, requestLog } = this.#parts;
    const { verb } = duty;
    const occasion = due.occasion === "" ? due.subject : `${due.subject} ${due.occasion}`;
    try {
      const { transactionHash } = await actByItself(services, requestLog, {
        identity,
        route: `upkeep ${verb}`,
        occasion,
        write: (ledger, ref) => duty.write(ledger, due.subject, ref),
      });
      this.#refusedOf(duty).forget(due.subject);
      services.metrics.upkeepWrites.inc({ verb, outcome: "done" });
      services.logger.info(
        { worker: "upkeep", verb, subject: due.subject, transactionHash },
        "upkeep: done",
      );
    } catch (error) {
      this.#explain(error, duty, due);
    }
  }

  /** A refusal is about this subject; anything else is about all of them and ends the round. */
  #explain(error: unknown, duty: UpkeepDuty, { subject }: DueSubject): void {
    const { logger, metrics } = this.#parts.services;
    const { verb } = duty;
    // Another gateway is at it, or the block is late: the next round sees what became of it.
    const shared = error instanceof ProblemError && error.code === "request-in-flight";
    if (shared || error instanceof InclusionPending) {
      metrics.upkeepWrites.inc({ verb, outcome: "shared" });
      return;
    }
    if (!(error instanceof LedgerRefusal)) throw error;
    metrics.upkeepWrites.inc({ verb, outcome: "refused" });
    // The first refusal is nearly always a lost race against someone who did the same: it is due no more then.
    const times = this.#refusedOf(duty).note(subject);
    if (times !== 2) return;
    const { code, message } = error;
    logger.warn(
      { worker: "upkeep", verb, subject, code },
      `upkeep: the ledger refuses it and is asked more and more seldom: ${message}`,
    );
  }

  /** Once, and not in the first round: a new gateway's keys may come right after it. */
  #sayNobody(): void {
    this.#roundsOfNobody += 1;
    if (this.#roundsOfNobody !== 2) return;
    this.#parts.services.logger.warn(
      { worker: "upkeep" },
      "upkeep: the gateway holds no operator's key, so nothing expires by itself; name a member in UPKEEP_MEMBER",
    );
  }
}
