import type { Queryable } from "../../database/database.ts";
import { found } from "../shared/found.ts";
import { memberRefs, type RefOf } from "../shared/memberRefs.ts";
import { whereAll } from "../shared/whereAll.ts";

/** A row of `projected.anchor`. */
export interface AnchorRow {
  readonly root: string;
  readonly anchored_key: string;
  readonly member: bigint;
  readonly kind: string;
  readonly subject: string;
  readonly document_count: bigint;
  readonly state: string;
  readonly supersedes: string | null;
  readonly superseded_by: string | null;
  readonly reason_digest: string | null;
  readonly anchored_at: Date;
  readonly ended_at: Date | null;
}

/** What a list of anchors is narrowed by. */
export interface AnchorFilter {
  readonly member?: number | undefined;
  readonly kind?: string | undefined;
  readonly subject?: string | undefined;
  readonly state?: string | undefined;
  readonly after?: string | undefined;
  readonly limit: number;
}

function show(row: AnchorRow, refOf: RefOf) {
  return {
    root: row.root,
    member: refOf(row.member),
    kind: row.kind,
    subject: row.subject,
    // Counts are 40 bits on the ledger.
    count: Number(row.document_count),
    state: row.state,
    supersedes: row.supersedes,
    supersededBy: row.superseded_by,
    reasonDigest: row.reason_digest,
    anchoredAt: row.anchored_at,
    endedAt: row.ended_at,
  };
}

/** Anchors as the projection has them. */
export const anchorReadModel = {
  show,

  async one(database: Queryable, root: string) {
    const [row] = await database.query<AnchorRow>(
      "SELECT * FROM projected.anchor WHERE root = $1",
      [root],
    );
    const known = found(row, `anchor ${root}`);
    return show(known, await memberRefs(database, [known.member]));
  },

  /** Newest first, one row more than `limit` when there are more, and the names for them. */
  async list(database: Queryable, filter: AnchorFilter) {
    const { where, values } = whereAll([
      ["member = ?", filter.member],
      ["kind = ?", filter.kind],
      ["subject = ?", filter.subject],
      ["state = ?", filter.state],
      ["anchored_key < ?", filter.after],
    ]);
    const rows = await database.query<AnchorRow>(
      `SELECT * FROM projected.anchor ${where} ORDER BY anchored_key DESC LIMIT ${filter.limit + 1}`,
      values,
    );
    const refOf = await memberRefs(
      database,
      rows.map(({ member }) => member),
    );
    return { rows, refOf };
  },
} as const;
