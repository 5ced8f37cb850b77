import type { EventHandlers } from "../applyEvent.ts";
import type { ReplayTables } from "../replayTables.ts";
import { instantOf } from "./instantOf.ts";
import { onEvent } from "./onEvent.ts";

async function revokeAll(tx: ReplayTables, member: bigint, at: Date): Promise<void> {
  const accounts = await tx.rowsWhere("account", { member_id: member, revoked_at: null });
  for (const row of accounts)
    await tx.change("account", { account: row["account"] }, { revoked_at: at });
}

/** Accounts of members, and the recovery of members without keys. */
export const accountHandlers: EventHandlers = {
  ...onEvent("members", "AccountProposed", (tx, { args }) =>
    tx.put("account", {
      account: args.account,
      member_id: args.member,
      active_from: instantOf(args.activeFrom),
      proposed_by: args.by,
    }),
  ),
  ...onEvent("members", "AccountAdded", (tx, { args, blockTime }) =>
    tx.put("account", {
      account: args.account,
      member_id: args.member,
      active_from: blockTime,
      proposed_by: args.by,
    }),
  ),
  ...onEvent("members", "AccountRevoked", async (tx, { args, blockTime }) => {
    await tx.change("account", { account: args.account }, { revoked_at: blockTime });
    await tx.change("member", { member_id: args.member }, { epoch: args.epoch });
  }),
  ...onEvent("members", "RecoveryProposed", async (tx, { args, blockTime }) => {
    const key = { member_id: args.member };
    const proposals = ((await tx.find("recovery", key))?.["proposed_by"] ??
      []) as readonly unknown[];
    tx.put("recovery", {
      ...key,
      account: args.account,
      document_digest: args.documentDigest,
      proposed_by: [...proposals, args.by],
      executable_from: args.executableFrom === 0n ? null : instantOf(args.executableFrom),
      proposed_at: blockTime,
    });
  }),
  ...onEvent("members", "RecoveryCancelled", (tx, { args }) =>
    tx.remove("recovery", { member_id: args.member }),
  ),
  ...onEvent("members", "MemberRecovered", async (tx, { args, blockTime }) => {
    await revokeAll(tx, args.member, blockTime);
    tx.put("account", { account: args.account, member_id: args.member, active_from: blockTime });
    tx.remove("recovery", { member_id: args.member });
    const changes = { primary_account: args.account, epoch: args.epoch };
    await tx.change("member", { member_id: args.member }, changes);
  }),
};
