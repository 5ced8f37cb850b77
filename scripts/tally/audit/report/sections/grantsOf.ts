import type { AuditReport } from "../auditReport.ts";
import { instantOf } from "../instantOf.ts";
import type { ReportState } from "../state/readState.ts";

type Grant = AuditReport["authority"]["grants"][number];

/** Contracts by name, members by number, as an address is known at all. */
function holdersOf({ source, facts }: ReportState): Map<string, string> {
  const holders = new Map<string, string>();
  for (const row of source.rows("account")) {
    holders.set(String(row["account"]).toLowerCase(), `member ${String(row["member_id"])}`);
  }
  for (const { name, address } of facts.ledger.contracts) holders.set(address.toLowerCase(), name);
  return holders;
}

/** Roles of the AccessManager: which account held which, from when, until when, with which delay. */
export function grantsOf(state: ReportState): Grant[] {
  const holders = holdersOf(state);
  const labels = new Map([["0", "ADMIN"]]);
  const open = new Map<string, Grant>();
  const grants: Grant[] = [];
  const end = (key: string, at: string): void => {
    const held = open.get(key);
    if (held !== undefined) held.until = at;
    open.delete(key);
  };
  for (const { name, args, time } of state.events) {
    if (name === "authority.RoleLabel") labels.set(`${args.int("roleId")}`, args.text("label"));
    if (name !== "authority.RoleGranted" && name !== "authority.RoleRevoked") continue;
    const [role, account] = [`${args.int("roleId")}`, args.text("account")];
    const key = `${role} ${account.toLowerCase()}`;
    if (name === "authority.RoleRevoked") {
      end(key, instantOf(time));
      continue;
    }
    // A grant to somebody who has the role already changes its delay.
    const from = instantOf(args.number("since"));
    end(key, from);
    const holder = holders.get(account.toLowerCase()) ?? null;
    const grant = {
      role,
      label: role,
      account,
      holder,
      delay: args.number("delay"),
      from,
      until: null,
    };
    open.set(key, grant);
    grants.push(grant);
  }
  return grants.map((grant) => ({ ...grant, label: labels.get(grant.role) ?? grant.role }));
}
