import type { HashedAuditEntry } from "@tallystick/sdk";

/** A row of `local.audit_entry`. */
export interface AuditEntryRow {
  readonly sequence: bigint;
  readonly at: Date;
  readonly request_id: string;
  readonly member: bigint | null;
  readonly person: string | null;
  readonly account: string | null;
  readonly method: string;
  readonly path: string;
  readonly operation: string;
  readonly subjects: Record<string, string>;
  readonly body_digest: string | null;
  readonly ref: string | null;
  readonly status: number;
  readonly code: string | null;
  readonly transaction_hash: string | null;
  readonly milliseconds: bigint;
  readonly gateway: string;
  readonly previous: string;
  readonly hash: string;
}

/** The entry as it was hashed. */
export const auditEntryRow = {
  show(row: AuditEntryRow): HashedAuditEntry {
    const { person, account, method, path, operation, subjects, ref, status, code } = row;
    return {
      sequence: Number(row.sequence),
      at: row.at.toISOString(),
      requestId: row.request_id,
      member: row.member === null ? null : Number(row.member),
      ...{ person, account, method, path, operation, subjects },
      bodyDigest: row.body_digest,
      ...{ ref, status, code },
      transactionHash: row.transaction_hash,
      milliseconds: Number(row.milliseconds),
      gateway: row.gateway,
      previous: row.previous,
      hash: row.hash,
    };
  },
} as const;
