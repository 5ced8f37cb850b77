import type { Queryable } from "../../database/database.ts";
import type { RouteAnswer } from "../../openapi/route.ts";
import type { CertificateRow } from "../certificate/certificateRow.ts";
import type { FinancingRequestRow } from "./financingRequestReadModel.ts";

/** What a holder asks for. */
export interface AskedFinancing {
  readonly valueMinor: bigint;
  readonly financiers: readonly number[];
  readonly note: string;
}

/** How a new request comes into the database: numbered first, kept together with its answer. */
export const insertFinancingRequest = {
  async prepare(
    database: Queryable,
    { valueMinor, financiers, note }: AskedFinancing,
    certificate: CertificateRow,
    now: Date,
  ): Promise<FinancingRequestRow> {
    const [next] = await database.query<{ request: bigint }>(
      "SELECT nextval('local.financing_request_number') AS request",
    );
    const { certificate_id, receivable_id, holder, obligor, currency, due_date, tier, financed } =
      certificate;
    return {
      request_id: next?.request ?? 0n,
      status: "open",
      certificate_id,
      receivable_id,
      holder,
      obligor,
      currency,
      value_minor: valueMinor,
      due_date,
      tier,
      financed,
      financiers: financiers.map(BigInt),
      note,
      quotes: 0n,
      requested_at: now,
    };
  },

  commit(row: FinancingRequestRow): NonNullable<RouteAnswer["commit"]> {
    const { request_id, certificate_id, holder, value_minor, financiers, note, requested_at } = row;
    const values = [
      request_id,
      certificate_id,
      holder,
      value_minor,
      financiers,
      note,
      requested_at,
    ];
    return async (transaction) => {
      await transaction.query(
        `INSERT INTO local.financing_request
           (request_id, certificate_id, holder, value_minor, financiers, note, requested_at)
         VALUES ($1, $2, $3, $4, $5::int8[], $6, $7)`,
        values,
      );
    };
  },
} as const;
