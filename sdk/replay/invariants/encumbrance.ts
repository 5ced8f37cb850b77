import { splitTokenTables } from "../apply/splitTokenTables.ts";
import type { Row } from "../replayTables.ts";
import { amountOf } from "./amountOf.ts";
import type { Invariant } from "./invariant.ts";
import { Sums } from "./Sums.ts";

const standing: ReadonlySet<unknown> = new Set(["active", "selling", "paid"]);
const endings: ReadonlySet<unknown> = new Set([
  ...["released", "settled", "enforced", "goods-left", "goods-replaced"],
]);
const tokenOf = (row: Row | undefined): string => `${row?.["asset"]} ${row?.["token_id"]}`;
const weightOf = (row: Row | undefined): bigint =>
  standing.has(row?.["state"]) ? amountOf(row, "amount") : 0n;

/** I7: per position, active liens <= value; a lien ends only by release, enforcement or payment to the secured party. */
export function encumbrance(): Invariant {
  const liens = new Sums<string>();
  return {
    id: "I7",
    afterBlock(tables, report) {
      for (const { before, after, event } of tables.changes.of("lien")) {
        if (before !== undefined) liens.add(tokenOf(before), -weightOf(before));
        if (after !== undefined) liens.add(tokenOf(after), weightOf(after));
        if (!standing.has(before?.["state"]) || after?.["state"] !== "ended") continue;
        report({
          holds: endings.has(after["ending"]),
          sentence: () => `Lien ${after["lien_id"]} ended by release, enforcement or payment`,
          field: "ending",
          expected: [...endings].join(", "),
          actual: after["ending"],
          event,
        });
      }
      for (const token of Object.values(splitTokenTables)) {
        for (const { after, event } of tables.changes.of(token.position)) {
          if (after === undefined) continue;
          const sum = liens.of(`${token.position} ${after[token.id]}`);
          const value = amountOf(after, token.value);
          report({
            holds: sum <= value && sum === amountOf(after, token.pledged),
            sentence: () => `Liens on ${token.position} ${after[token.id]} are within its value`,
            field: token.pledged,
            expected: sum,
            actual: `${amountOf(after, token.pledged)} of ${value}`,
            event,
          });
        }
      }
    },
    restore(tables) {
      liens.clear();
      for (const row of tables.rows("lien")) liens.add(tokenOf(row), weightOf(row));
    },
  };
}
