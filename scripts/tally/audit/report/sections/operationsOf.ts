import type { AuditReport } from "../auditReport.ts";
import { instantOf } from "../instantOf.ts";
import type { ReportState } from "../state/readState.ts";

type Operation = AuditReport["parameters"]["operations"][number];

const endings: Readonly<Record<string, string>> = {
  "authority.OperationExecuted": "executed",
  "authority.OperationCanceled": "cancelled",
};

/** What governance announced to the AccessManager, when it was due, and how it ended. */
export function operationsOf({ events, facts }: ReportState): Operation[] {
  const nameOf = new Map(
    facts.ledger.contracts.map(({ name, address }) => [address.toLowerCase(), name]),
  );
  // One operation can be announced again once it ended, under the next nonce.
  const known = new Map<string, Operation>();
  for (const { name, args, time } of events) {
    const ending = endings[name];
    if (ending === undefined && name !== "authority.OperationScheduled") continue;
    const key = `${args.text("operationId")} ${args.int("nonce")}`;
    const open = known.get(key);
    if (ending !== undefined) {
      if (open !== undefined) known.set(key, { ...open, state: ending, endedAt: instantOf(time) });
      continue;
    }
    const target = args.text("target");
    known.set(key, {
      operation: args.text("operationId"),
      target: nameOf.get(target.toLowerCase()) ?? target,
      selector: args.text("data").slice(0, 10),
      announcedAt: instantOf(time),
      dueAt: instantOf(args.number("schedule")),
      state: "scheduled",
      endedAt: null,
    });
  }
  return [...known.values()];
}
