import type { Queryable } from "../../database/database.ts";
import { found } from "../shared/found.ts";
import type { ProposalKind, ProposalRow } from "./proposalRow.ts";

/** Which proposals a list has. */
export interface ProposalFilter {
  /** Made by the member, or made to it. */
  readonly direction?: "in" | "out" | undefined;
  readonly status?: ProposalRow["status"] | undefined;
  readonly after?: bigint | undefined;
  readonly limit: number;
}

// Whether both agreed, the chain says: the agreement used up the obligor's nonce.
const select = `
  SELECT * FROM (
    SELECT p.proposal_id, p.kind, p.certificate_id, p.obligor, p.holder, p.proposed_by, c.currency, p.terms, p.nonce,
      p.account, p.epoch, p.deadline, p.signature, p.proposed_at, e.args AS agreement,
      CASE WHEN e.args IS NOT NULL THEN 'agreed' WHEN p.withdrawn_at IS NOT NULL THEN 'withdrawn'
        WHEN p.deadline < (SELECT block_time FROM projected.checkpoint) THEN 'expired'
        WHEN p.epoch <> m.epoch THEN 'void' ELSE 'open' END AS status
    FROM local.proposal p
    JOIN projected.certificate c ON c.certificate_id = p.certificate_id
    JOIN projected.member m ON m.member_id = p.proposed_by
    LEFT JOIN LATERAL (SELECT args FROM projected.event
      WHERE name IN ('EarlyPaymentAgreed', 'RetiredToBill')
        AND args -> 'terms' ->> 'obligorNonce' = p.nonce LIMIT 1) e ON true
    WHERE p.kind = $1 AND`;

const directions = {
  in: "(p.obligor = $2 OR p.holder = $2) AND p.proposed_by <> $2",
  out: "(p.obligor = $2 OR p.holder = $2) AND p.proposed_by = $2",
  both: "(p.obligor = $2 OR p.holder = $2)",
} as const;

/** Proposals of one kind. Only their two parties see them. */
export function proposalReadModel(database: Queryable, kind: ProposalKind) {
  return {
    /** One of the member's; problem `not-found` also for one between others. */
    async find(proposal: bigint, viewer: number): Promise<ProposalRow> {
      const sql = `${select} ${directions.both} AND p.proposal_id = $3) AS proposal`;
      const [row] = await database.query<ProposalRow>(sql, [kind, viewer, proposal]);
      return found(row, `proposal ${proposal}`);
    },

    /** Those of the member's that exist, in no order. */
    findAll(proposals: readonly bigint[], viewer: number): Promise<ProposalRow[]> {
      const asked = JSON.stringify(proposals.map(String));
      const among =
        "p.proposal_id IN (SELECT value::int8 FROM jsonb_array_elements_text($3::jsonb))";
      const sql = `${select} ${directions.both} AND ${among}) AS proposal`;
      return database.query<ProposalRow>(sql, [kind, viewer, asked]);
    },

    /** Newest first, one more than `limit` where there are more. */
    list(viewer: number, filter: ProposalFilter): Promise<ProposalRow[]> {
      const { direction = "both", status, after, limit } = filter;
      const sql = `${select} ${directions[direction]} AND ($3::int8 IS NULL OR p.proposal_id < $3)) AS proposal
        WHERE $4::text IS NULL OR status = $4 ORDER BY proposal_id DESC LIMIT $5`;
      return database.query<ProposalRow>(sql, [kind, viewer, after, status, limit + 1]);
    },
  };
}
