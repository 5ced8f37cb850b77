import { z } from "zod";
import { reportFacts } from "./reportFacts.ts";
import { financeShape } from "./shapes/financeShape.ts";
import { governanceShape } from "./shapes/governanceShape.ts";
import { parts } from "./shapes/parts.ts";
import { rightsShape } from "./shapes/rightsShape.ts";
import { valueShape } from "./shapes/valueShape.ts";

const { ledger, range, engine, checks, invariants, seed, findings, firstMismatch, digests } =
  reportFacts.shape;

const attention = z.strictObject({
  /** Stable code, for example `lot-short`, `over-limit`, `unmatched-payment`. */
  code: z.string(),
  /** What it is about, for example `lot 3`. */
  subject: z.string(),
  /** Figures of the sentence that the code stands for. */
  values: z.record(z.string(), z.string()),
});

/** The report of a replay. Amounts are decimal strings of minor units, times RFC 3339, lists sorted. */
export const auditReport = z.strictObject({
  format: z.literal("tallystick-audit-report"),
  version: z.literal(1),
  scope: z.strictObject({
    ledger,
    range,
    /** The moment that everything is stated of: the end of the last block. */
    asOf: z.strictObject({ block: parts.number, at: parts.instant, day: parts.date }),
    engine,
  }),
  /** `clean`: nothing was found. `findings`: see them. `unchecked`: nothing was found, and something was not checked. */
  verdict: z.enum(["clean", "findings", "unchecked"]),
  ...valueShape,
  ...financeShape,
  ...rightsShape,
  ...governanceShape,
  /** Facts that break no rule of the ledger's code and that an auditor should look at. */
  attention: z.array(attention),
  findings,
  firstMismatch,
  checks,
  invariants,
  seed,
  digests,
});

/** As `report.json` has it. */
export type AuditReport = z.infer<typeof auditReport>;
