import { bytes3ToCurrency } from "../../money/bytes3ToCurrency.ts";
import type { EventHandlers } from "../applyEvent.ts";
import { changeOrPut } from "./changeOrPut.ts";
import { instantOf } from "./instantOf.ts";
import { onEvent } from "./onEvent.ts";

const noLimit = { limit_minor: 0n, ceiling_minor: 0n, in_use_minor: 0n };

/** Parameters, ceilings and obligors' own limits. */
export const ruleHandlers: EventHandlers = {
  ...onEvent("rules", "RulesScheduled", (tx, { args }) =>
    tx.put("rules_version", {
      version: Number(args.version),
      rules: args.rules,
      effective_from: instantOf(args.effectiveFrom),
    }),
  ),
  ...onEvent("rules", "CeilingSet", (tx, { args }) => {
    const key = { obligor: args.obligor, currency: bytes3ToCurrency(args.currency) };
    return changeOrPut(tx, "obligor_limit", key, noLimit, () => ({ ceiling_minor: args.ceiling }));
  }),
  ...onEvent("receivables", "LimitSet", (tx, { args }) => {
    const key = { obligor: args.obligor, currency: bytes3ToCurrency(args.currency) };
    return changeOrPut(tx, "obligor_limit", key, noLimit, () => ({ limit_minor: args.limit }));
  }),
};
