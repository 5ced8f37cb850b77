import type { Queryable } from "../../database/database.ts";
import { memberRefs } from "../shared/memberRefs.ts";
import { accountsOf } from "./accountsOf.ts";
import { memberReadModel } from "./memberReadModel.ts";
import type { MemberRow } from "./memberRow.ts";
import { recoveryReadModel } from "./recoveryReadModel.ts";
import { showMember } from "./showMember.ts";

async function bankOf(database: Queryable, row: MemberRow, viewer: number) {
  const nobody = { bank: null, number: null };
  if (BigInt(viewer) !== row.member_id) return nobody;
  const [account] = await database.query<{ bank: string; number: string }>(
    "SELECT bank, number FROM local.settlement_account WHERE digest = $1",
    [row.settlement_account_digest],
  );
  return account ?? nobody;
}

/** A member with its accounts; its bank account in clear only for itself. */
export async function memberDetail(database: Queryable, memberId: number, viewer: number) {
  const row = await memberReadModel.row(database, memberId);
  const recovery = await recoveryReadModel.of(database, memberId);
  const named = [row.guardian, row.guardian_proposed, ...(recovery?.proposed_by ?? [])];
  const refOf = await memberRefs(database, named);
  const { settlement_account_proposed: proposed, settlement_account_active_from: from } = row;
  return {
    ...showMember(row, refOf),
    epoch: Number(row.epoch),
    accounts: await accountsOf(database, memberId),
    settlementAccount: {
      digest: row.settlement_account_digest,
      ...(await bankOf(database, row, viewer)),
      pending: proposed === null ? null : { digest: proposed, activeFrom: from },
    },
    pendingGuardian:
      row.guardian_active_from === null
        ? null
        : { guardian: refOf(row.guardian_proposed || null), activeFrom: row.guardian_active_from },
    recovery:
      recovery === undefined
        ? null
        : {
            account: recovery.account,
            documentDigest: recovery.document_digest,
            proposedBy: recovery.proposed_by.map(refOf),
            executableFrom: recovery.executable_from,
            proposedAt: recovery.proposed_at,
          },
  };
}
