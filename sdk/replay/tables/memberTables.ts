import type { TableDefinition } from "../tableDefinition.ts";

/** Members, their accounts, and the rules that bind them. */
export const memberTables: Readonly<Record<string, TableDefinition>> = {
  member: {
    key: ["member_id"],
    columns: {
      member_id: "integer",
      roles: "integer",
      size: "integer",
      suspensions: "integer",
      overdue: "integer",
      epoch: "integer",
      guardian: "integer",
      guardian_proposed: "integer",
      guardian_active_from: "instant",
      primary_account: "text",
      identity_digest: "text",
      licence_digest: "text",
      settlement_account_digest: "text",
      settlement_account_proposed: "text",
      settlement_account_active_from: "instant",
      admitted_at: "instant",
    },
  },
  account: {
    key: ["account"],
    columns: {
      account: "text",
      member_id: "integer",
      active_from: "instant",
      proposed_by: "text",
      revoked_at: "instant",
    },
  },
  recovery: {
    key: ["member_id"],
    columns: {
      member_id: "integer",
      account: "text",
      document_digest: "text",
      proposed_by: "integers",
      executable_from: "instant",
      proposed_at: "instant",
    },
  },
  rules_version: {
    key: ["version"],
    columns: {
      version: "integer",
      rules: "json",
      effective_from: "instant",
    },
  },
  obligor_limit: {
    key: ["obligor", "currency"],
    columns: {
      obligor: "integer",
      currency: "text",
      limit_minor: "integer",
      ceiling_minor: "integer",
      in_use_minor: "integer",
    },
  },
  operation: {
    key: ["operation_id"],
    columns: {
      operation_id: "text",
      caller: "text",
      target: "text",
      call_data: "text",
      due_at: "instant",
      state: "text",
      scheduled_at: "instant",
    },
  },
  key_epochs: {
    key: ["registry"],
    columns: {
      registry: "text",
      current_epoch: "integer",
      earlier_epochs: "json",
      public_key: "text",
    },
  },
  event: {
    key: ["key"],
    columns: {
      key: "text",
      block_number: "integer",
      block_hash: "text",
      block_time: "instant",
      transaction_hash: "text",
      contract: "text",
      name: "text",
      args: "json",
      ref: "text",
      members: "integers",
    },
  },
};
