import { splitTokenTables } from "../apply/splitTokenTables.ts";
import { amountOf } from "./amountOf.ts";
import type { Invariant } from "./invariant.ts";

/** I3: 0 <= pledged <= held <= value for every position, so that held value does not move. */
export function holds(): Invariant {
  return {
    id: "I3",
    afterBlock(tables, report) {
      for (const token of Object.values(splitTokenTables)) {
        for (const { after, event } of tables.changes.of(token.position)) {
          if (after === undefined) continue;
          const [value, held] = [amountOf(after, token.value), amountOf(after, token.held)];
          const pledged = amountOf(after, token.pledged);
          report({
            holds: pledged >= 0n && pledged <= held && held <= value,
            sentence: () =>
              `What is held of ${token.position} ${after[token.id]} is within its value`,
            field: token.held,
            expected: `${pledged} to ${value}`,
            actual: held,
            event,
          });
        }
      }
    },
  };
}
