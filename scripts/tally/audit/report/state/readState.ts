import { dayOf, dayToCivilDate } from "@tallystick/sdk";
import type { ReportFacts } from "../reportFacts.ts";
import type { ReportSource } from "../reportSource.ts";
import { type Certificate, readCertificates } from "./readCertificates.ts";
import { type ReportedEvent, readEvents } from "./readEvents.ts";
import { type Instruction, readInstructions } from "./readInstructions.ts";
import { type Receivable, readReceivables } from "./readReceivables.ts";

/** What several sections read; each section reads the tables that are its own from `source`. */
export interface ReportState {
  readonly source: ReportSource;
  readonly facts: ReportFacts;
  /** The civil day of the last block, by the ledger's own clock. */
  readonly today: string;
  readonly receivables: ReadonlyMap<number, Receivable>;
  readonly certificates: ReadonlyMap<bigint, Certificate>;
  readonly instructions: ReadonlyMap<number, Instruction>;
  readonly events: readonly ReportedEvent[];
}

/** Reads the end state of a replay. @throws ReportDefect for a row that is not as the fold makes it */
export function readState(source: ReportSource, facts: ReportFacts): ReportState {
  return {
    source,
    facts,
    today: dayToCivilDate(dayOf(facts.range.toTime, facts.ledger.utcOffset)),
    receivables: readReceivables(source),
    certificates: readCertificates(source),
    instructions: readInstructions(source),
    events: readEvents(source),
  };
}
