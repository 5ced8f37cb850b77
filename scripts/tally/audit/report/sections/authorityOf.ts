import { memberRoles, namesIn, suspensionReasons } from "@tallystick/sdk";
import type { AuditReport } from "../auditReport.ts";
import { instantOf } from "../instantOf.ts";
import { Periods } from "../state/Periods.ts";
import type { ReportedEvent } from "../state/readEvents.ts";
import type { ReportState } from "../state/readState.ts";
import { rowsOf } from "../state/rowsOf.ts";
import { grantsOf } from "./grantsOf.ts";

type Authority = AuditReport["authority"];

function accountsOf({ source }: ReportState): Authority["accounts"] {
  const accounts = rowsOf(
    source,
    "account",
    (row) => ({
      member: row.number("member_id"),
      account: row.text("account"),
      by: row.textOrNone("proposed_by") ?? null,
      from: instantOf(row.time("active_from")),
      until: instantOf(row.timeOrNone("revoked_at")),
    }),
    ({ account }) => account.toLowerCase(),
  );
  return accounts.sort((left, right) => {
    if (left.member !== right.member) return left.member - right.member;
    return left.from < right.from ? -1 : left.from > right.from ? 1 : 0;
  });
}

const recoveries: ReadonlySet<string> = new Set([
  "members.RecoveryProposed",
  "members.RecoveryCancelled",
  "members.MemberRecovered",
]);

function recoveriesOf(events: readonly ReportedEvent[]): Authority["recoveries"] {
  return events
    .filter(({ name }) => recoveries.has(name))
    .map(({ name, args, time }) => {
      const isProposal = name === "members.RecoveryProposed";
      const isCancelled = name === "members.RecoveryCancelled";
      return {
        member: args.number("member"),
        event: name.slice("members.".length),
        account: isCancelled ? null : args.text("account"),
        by: isProposal ? `member ${args.number("by")}` : isCancelled ? args.text("by") : null,
        at: instantOf(time),
      };
    });
}

const orNobody = (guardian: number): string[] => (guardian === 0 ? [] : [`${guardian}`]);

/** Who could do what, from when until when. */
export function authorityOf(state: ReportState): Authority {
  const [roles, suspensions, guardians] = [new Periods(), new Periods(), new Periods()];
  for (const { name, args, time } of state.events) {
    if (!name.startsWith("members.")) continue;
    const member = args.number("member");
    if (name === "members.MemberAdmitted") {
      const admission = args.inside("admission");
      roles.set(member, namesIn(memberRoles, admission.int("roles")), time);
      guardians.set(member, orNobody(admission.number("guardian")), time);
    }
    if (name === "members.RolesSet") {
      roles.set(member, namesIn(memberRoles, args.int("roles")), time);
    }
    if (name === "members.GuardianSet") {
      guardians.set(member, orNobody(args.number("guardian")), time);
    }
    if (name === "members.SuspensionsSet") {
      suspensions.set(member, namesIn(suspensionReasons, args.int("suspensions")), time);
    }
    if (name === "members.OverdueCounted") {
      const others = suspensions.of(member).filter((reason) => reason !== "overdue");
      const own = args.int("overdue") > 0n ? ["overdue"] : [];
      suspensions.set(member, [...own, ...others], time);
    }
  }
  return {
    grants: grantsOf(state),
    roles: roles.all.map(({ name, ...its }) => ({ role: name, ...its })),
    accounts: accountsOf(state),
    suspensions: suspensions.all.map(({ name, ...its }) => ({ reason: name, ...its })),
    guardians: guardians.all.map(({ name, ...its }) => ({ guardian: Number(name), ...its })),
    recoveries: recoveriesOf(state.events),
  };
}
