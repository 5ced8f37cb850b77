import { type AuditReport, auditReport } from "./auditReport.ts";
import { instantOf } from "./instantOf.ts";
import { ReportDefect } from "./ReportDefect.ts";
import { type ReportFacts, reportFacts } from "./reportFacts.ts";
import type { ReportSource } from "./reportSource.ts";
import { attentionOf } from "./sections/attentionOf.ts";
import { authorityOf } from "./sections/authorityOf.ts";
import { circulationOf } from "./sections/circulationOf.ts";
import { conservationOf } from "./sections/conservationOf.ts";
import { duplicatesOf } from "./sections/duplicatesOf.ts";
import { financingOf } from "./sections/financingOf.ts";
import { freezesOf } from "./sections/freezesOf.ts";
import { lateOf } from "./sections/lateOf.ts";
import { liensOf } from "./sections/liensOf.ts";
import { membersOf } from "./sections/membersOf.ts";
import { obligorsOf } from "./sections/obligorsOf.ts";
import { outstandingOf } from "./sections/outstandingOf.ts";
import { parametersOf } from "./sections/parametersOf.ts";
import { paymentsOf } from "./sections/paymentsOf.ts";
import { totalsOf } from "./sections/totalsOf.ts";
import { type ReportState, readState } from "./state/readState.ts";

function sectionsOf(state: ReportState) {
  const payments = paymentsOf(state);
  return {
    totals: totalsOf(state),
    obligors: obligorsOf(state),
    conservation: conservationOf(state),
    outstanding: outstandingOf(state),
    financing: financingOf(state),
    payments,
    late: lateOf(state, payments.settlements),
    circulation: circulationOf(state),
    liens: liensOf(state),
    duplicates: duplicatesOf(state),
    freezes: freezesOf(state),
    members: membersOf(state),
    parameters: parametersOf(state),
    authority: authorityOf(state),
  };
}

function verdictOf(facts: ReportFacts, broken: number): AuditReport["verdict"] {
  const checks = [...facts.checks, ...facts.invariants];
  const failed = checks.some((check) => check.failed > 0);
  const differs = (facts.digests.against?.differing.length ?? 0) > 0;
  if (failed || differs || broken > 0) return "findings";
  if (facts.findings.length > 0 || facts.firstMismatch !== null) return "findings";
  // Without a note there was nothing to check: no goods, no liens.
  const unchecked = checks.some(({ checked, note }) => checked === 0 && note !== null);
  return unchecked ? "unchecked" : "clean";
}

/** A state without its history would be told as if nothing had happened. */
function requireHistory({ events, source }: ReportState): void {
  const admitted = events.filter(({ name }) => name === "members.MemberAdmitted").length;
  const members = [...source.rows("member")].length;
  if (admitted === members) return;
  throw new ReportDefect(
    `The state has ${members} members and ${admitted} events of their admission: the reported events were not kept.`,
  );
}

/**
 * The report of a replay: what its end state says, and what the run checked. Pure: the same state and facts make the same
 * report, on any machine and at any time.
 *
 * @throws ReportDefect when a row is not as the fold makes it, or the reported events were not kept; ZodError for facts that
 *   are not as declared
 */
export function reportOf(source: ReportSource, given: ReportFacts): AuditReport {
  const facts = reportFacts.parse(given);
  const state = readState(source, facts);
  requireHistory(state);
  const { ledger, range, engine, checks, invariants, seed, findings, firstMismatch, digests } =
    facts;
  const asOf = { block: range.to, at: instantOf(range.toTime), day: state.today };
  const sections = sectionsOf(state);
  const attention = attentionOf(state, sections);
  const broken = sections.conservation.broken;
  return auditReport.parse({
    format: "tallystick-audit-report",
    version: 1,
    scope: { ledger, range, asOf, engine },
    verdict: verdictOf(facts, broken),
    ...sections,
    attention,
    findings,
    firstMismatch,
    checks,
    invariants,
    seed,
    digests,
  });
}
