import { bytes3ToCurrency, ruleCounts } from "@tallystick/sdk";
import type { AuditReport } from "../auditReport.ts";
import { instantOf } from "../instantOf.ts";
import type { ReportState } from "../state/readState.ts";
import { operationsOf } from "./operationsOf.ts";

type Parameters = AuditReport["parameters"];

const names = [...ruleCounts, "minLot"] as const;

function versionsOf({ events, facts }: ReportState): Parameters["versions"] {
  const versions: Parameters["versions"] = [];
  for (const { name, args, time } of events) {
    if (name !== "rules.RulesScheduled") continue;
    const given = args.inside("rules");
    const rules = Object.fromEntries(names.map((rule) => [rule, `${given.int(rule)}`]));
    const before = versions.at(-1)?.rules;
    const changes = names.flatMap((rule) => {
      const [from, to] = [before?.[rule], rules[rule]];
      return to === undefined || from === to ? [] : [{ name: rule, from: from ?? null, to }];
    });
    const effective = args.number("effectiveFrom");
    versions.push({
      version: args.number("version"),
      appendedAt: instantOf(time),
      effectiveFrom: instantOf(effective),
      inForce: effective <= facts.range.toTime,
      rules,
      changes: before === undefined ? [] : changes,
    });
  }
  // Versions take effect one after the other; the last one that has is in force.
  const last = versions.findLastIndex(({ inForce }) => inForce);
  return versions.map((its, index) => ({ ...its, inForce: index === last }));
}

function limitsOf({ events }: ReportState): Parameters["limits"] {
  const known = new Map<string, string>();
  return events.flatMap(({ name, args, time, block }) => {
    if (name !== "rules.CeilingSet" && name !== "receivables.LimitSet") return [];
    const kind = name === "rules.CeilingSet" ? ("ceiling" as const) : ("limit" as const);
    const obligor = args.number("obligor");
    const currency = bytes3ToCurrency(args.text("currency"));
    const key = `${kind} ${obligor} ${currency}`;
    const fromMinor = known.get(key) ?? null;
    const toMinor = `${args.int(kind)}`;
    known.set(key, toMinor);
    return [{ kind, obligor, currency, fromMinor, toMinor, at: instantOf(time), block }];
  });
}

/** Parameters with the dates from which they bind, limits, keys of tags, and what governance announced. */
export function parametersOf(state: ReportState): Parameters {
  const keyEpochs = state.events
    .filter(({ name }) => name === "claims.EpochOpened")
    .map(({ args, time }) => {
      const publicKey = args.text("publicKey");
      return { epoch: args.number("epoch"), publicKey, at: instantOf(time) };
    });
  return {
    versions: versionsOf(state),
    limits: limitsOf(state),
    keyEpochs,
    operations: operationsOf(state),
  };
}
