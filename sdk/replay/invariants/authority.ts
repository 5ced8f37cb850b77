import { splitTokenTables } from "../apply/splitTokenTables.ts";
import type { Invariant } from "./invariant.ts";

/**
 * I9: nobody acts for a member except its own active accounts. Events that name an account beside its member are checked
 * against the accounts of that moment, and every holder is a member.
 */
export function authority(): Invariant {
  return {
    id: "I9",
    afterEvent(tables, event, report) {
      const { by, account } = event.args;
      // In `members` the account is what is acted upon.
      if (event.contract === "members" || typeof by !== "bigint" || typeof account !== "string")
        return;
      const row = tables.row("account", { account });
      const from = row?.["active_from"];
      const isActive =
        from instanceof Date &&
        from <= event.blockTime &&
        !(row?.["revoked_at"] instanceof Date) &&
        row?.["member_id"] === by;
      report({
        holds: isActive,
        sentence: () => `${account} acts for member ${by} as its active account`,
        field: "account",
        expected: `an active account of member ${by}`,
        actual: account,
        event,
      });
    },
    afterBlock(tables, report) {
      for (const token of Object.values(splitTokenTables)) {
        for (const { before, after, event } of tables.changes.of(token.position)) {
          if (after === undefined || before?.["holder"] === after["holder"]) continue;
          report({
            holds: tables.row("member", { member_id: after["holder"] }) !== undefined,
            sentence: () => `The holder of ${token.position} ${after[token.id]} is a member`,
            field: "holder",
            expected: "a member",
            actual: after["holder"],
            event,
          });
        }
      }
    },
  };
}
