import { bitsOf, memberRoles } from "@tallystick/sdk";
import type { Queryable } from "../../database/database.ts";
import { found } from "../shared/found.ts";
import { memberRefs } from "../shared/memberRefs.ts";

/** A request as the read model selects it for one member. */
export interface FinancingRequestRow {
  readonly request_id: bigint;
  readonly status: "open" | "financed" | "withdrawn" | "lapsed";
  readonly certificate_id: bigint;
  readonly receivable_id: bigint;
  readonly holder: bigint;
  readonly obligor: bigint;
  readonly currency: string;
  readonly value_minor: bigint;
  readonly due_date: string;
  readonly tier: number;
  readonly financed: boolean;
  readonly financiers: readonly bigint[];
  readonly note: string;
  readonly quotes: bigint;
  readonly requested_at: Date;
}

/** Which requests a list has. */
export interface FinancingRequestFilter {
  readonly direction: keyof typeof directions;
  readonly status?: FinancingRequestRow["status"] | undefined;
  readonly after?: bigint | undefined;
  readonly limit: number;
}

const financier = bitsOf(memberRoles, ["financier"]);

const asked = `EXISTS (SELECT 1 FROM projected.member WHERE member_id = $1 AND roles & ${financier} <> 0)
  AND (cardinality(r.financiers) = 0 OR $1 = ANY(r.financiers))`;

/** $1 is the member: the holder made it, financiers that were asked received it. */
const directions = {
  made: "r.holder = $1",
  received: `r.holder <> $1 AND r.withdrawn_at IS NULL AND ${asked}`,
  both: `(r.holder = $1 OR ${asked})`,
} as const;

// The financing is looked up by its index for each row: a join would read the table, since nobody analyses it.
const select = (where: string) => `
  SELECT * FROM (
    SELECT r.request_id, r.certificate_id, c.receivable_id, r.holder, c.obligor, c.currency, r.value_minor, c.due_date,
      c.tier, c.financed, r.financiers, r.note, r.requested_at,
      (SELECT count(*) FROM local.quote q WHERE q.request_id = r.request_id AND $1 IN (q.holder, q.financier)) AS quotes,
      CASE WHEN r.withdrawn_at IS NOT NULL THEN 'withdrawn'
        WHEN EXISTS (SELECT 1 FROM local.quote q WHERE q.request_id = r.request_id AND (
          SELECT f.state FROM projected.financing f WHERE f.quote ->> 'nonce' = q.nonce
            AND f.financier = q.financier AND f.state <> 'failed' LIMIT 1) IS NOT NULL) THEN 'financed'
        WHEN c.holder <> r.holder OR c.value_minor - c.held_minor < r.value_minor OR v.circulation_closed
          THEN 'lapsed' ELSE 'open' END AS status
    FROM local.financing_request r
    JOIN projected.certificate c ON c.certificate_id = r.certificate_id
    JOIN projected.receivable v ON v.receivable_id = c.receivable_id
    WHERE ${where}) AS request`;

/** Requests for financing, for holders and those that they asked. */
export function financingRequestReadModel(database: Queryable) {
  return {
    /** One that the member may see; problem `not-found` otherwise. */
    async find(request: bigint, viewer: number): Promise<FinancingRequestRow> {
      const sql = select(`${directions.both} AND r.request_id = $2`);
      const [row] = await database.query<FinancingRequestRow>(sql, [viewer, request]);
      return found(row, `financing request ${request}`);
    },

    /** Newest first, one more than `limit` where there are more. */
    list(viewer: number, filter: FinancingRequestFilter): Promise<FinancingRequestRow[]> {
      const { direction, status, after, limit } = filter;
      const mine = `${directions[direction]} AND ($2::int8 IS NULL OR r.request_id < $2)`;
      // Without a status to look for, only the page's own rows need theirs.
      const newest = status === undefined ? "ORDER BY r.request_id DESC LIMIT $4" : "";
      const sql = `${select(`${mine} ${newest}`)}
        WHERE $3::text IS NULL OR status = $3 ORDER BY request_id DESC LIMIT $4`;
      return database.query<FinancingRequestRow>(sql, [viewer, after, status, limit + 1]);
    },

    async show(rows: readonly FinancingRequestRow[]) {
      const members = rows.flatMap((row) => [row.holder, row.obligor, ...row.financiers]);
      const refOf = await memberRefs(database, members);
      return rows.map((row) => ({
        request: row.request_id,
        status: row.status,
        certificate: row.certificate_id,
        receivable: Number(row.receivable_id),
        holder: refOf(row.holder),
        obligor: refOf(row.obligor),
        currency: row.currency,
        valueMinor: row.value_minor,
        dueDate: row.due_date,
        tier: row.tier,
        financiers: row.financiers.map((financier) => refOf(financier)),
        note: row.note,
        quotes: Number(row.quotes),
        requestedAt: row.requested_at,
      }));
    },
  };
}
