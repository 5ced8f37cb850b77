import type { EventHandlers } from "../applyEvent.ts";
import type { ReplayTables } from "../replayTables.ts";
import { instantOf } from "./instantOf.ts";
import { onEvent } from "./onEvent.ts";

const OVERDUE = 1;

function change(tx: ReplayTables, member: bigint, changes: Record<string, unknown>) {
  return tx.change("member", { member_id: member }, changes);
}

/** Members and what operators say of them. */
export const memberHandlers: EventHandlers = {
  ...onEvent("members", "MemberAdmitted", (tx, { args, blockTime }) => {
    const { member, admission } = args;
    tx.put("member", {
      member_id: member,
      roles: Number(admission.roles),
      size: Number(admission.size),
      suspensions: 0,
      overdue: 0,
      epoch: 1n,
      guardian: admission.guardian === 0n ? null : admission.guardian,
      primary_account: admission.account,
      identity_digest: admission.identityDigest,
      licence_digest: admission.licenceDigest,
      settlement_account_digest: admission.settlementAccountDigest,
      admitted_at: blockTime,
    });
    tx.put("account", { account: admission.account, member_id: member, active_from: blockTime });
  }),
  ...onEvent("members", "RolesSet", (tx, { args }) =>
    change(tx, args.member, { roles: Number(args.roles), licence_digest: args.licenceDigest }),
  ),
  ...onEvent("members", "SizeSet", (tx, { args }) =>
    change(tx, args.member, { size: Number(args.size) }),
  ),
  ...onEvent("members", "SuspensionsSet", (tx, { args }) =>
    change(tx, args.member, { suspensions: Number(args.suspensions) }),
  ),
  ...onEvent("members", "OverdueCounted", (tx, { args }) =>
    tx.change("member", { member_id: args.member }, (row) => {
      const others = Number(row["suspensions"]) & ~OVERDUE;
      const overdue = Number(args.overdue);
      return { overdue, suspensions: overdue > 0 ? others | OVERDUE : others };
    }),
  ),
  ...onEvent("members", "PrimaryAccountSet", (tx, { args }) =>
    change(tx, args.member, { primary_account: args.account }),
  ),
  ...onEvent("members", "SettlementAccountProposed", (tx, { args }) =>
    change(tx, args.member, {
      settlement_account_proposed: args.digest,
      settlement_account_active_from: instantOf(args.activeFrom),
    }),
  ),
  ...onEvent("members", "SettlementAccountSet", (tx, { args }) =>
    change(tx, args.member, {
      settlement_account_digest: args.digest,
      settlement_account_proposed: null,
      settlement_account_active_from: null,
    }),
  ),
  ...onEvent("members", "GuardianProposed", (tx, { args }) =>
    change(tx, args.member, {
      guardian_proposed: args.guardian,
      guardian_active_from: instantOf(args.activeFrom),
    }),
  ),
  ...onEvent("members", "GuardianSet", (tx, { args }) =>
    change(tx, args.member, {
      guardian: args.guardian === 0n ? null : args.guardian,
      guardian_proposed: null,
      guardian_active_from: null,
    }),
  ),
};
