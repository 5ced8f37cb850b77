import type { Queryable } from "../../database/database.ts";
import { memberRefs } from "../shared/memberRefs.ts";
import { lienReadModel } from "./lienReadModel.ts";

interface ChangeRow {
  readonly kind: string;
  readonly amount: bigint;
  readonly rest: bigint;
  readonly run_id: bigint | null;
  readonly buyer: bigint | null;
  readonly child_id: bigint | null;
  readonly price_minor: bigint | null;
  readonly changed_at: Date;
  readonly transaction_hash: string;
}

interface OrderRow {
  readonly enforcement_order: unknown;
  readonly document_digest: string;
  readonly proposed_by: bigint;
  readonly proposed_account: string;
  readonly proposed_at: Date;
  readonly confirmed_by: bigint | null;
  readonly confirmed_at: Date | null;
}

/** A lien with what happened to it. Problem `not-found` for an id that never was. */
export async function lienDetail(database: Queryable, lien: bigint) {
  const state = await lienReadModel.one(database, lien);
  const changes = await database.query<ChangeRow>(
    "SELECT * FROM projected.lien_change WHERE lien_id = $1 ORDER BY change_key",
    [lien],
  );
  const [order] = await database.query<OrderRow>(
    "SELECT * FROM projected.lien_enforcement WHERE lien_id = $1",
    [lien],
  );
  const members = [order?.proposed_by ?? null, order?.confirmed_by ?? null];
  const refOf = await memberRefs(database, [...members, ...changes.map(({ buyer }) => buyer)]);
  return {
    ...state,
    changes: changes.map((row) => ({
      kind: row.kind,
      amount: row.amount,
      rest: row.rest,
      run: row.run_id,
      buyer: refOf(row.buyer),
      child: row.child_id,
      priceMinor: row.price_minor,
      at: row.changed_at,
      transactionHash: row.transaction_hash,
    })),
    legalOrder:
      order === undefined
        ? null
        : {
            order: order.enforcement_order,
            documentDigest: order.document_digest,
            proposedBy: refOf(order.proposed_by),
            proposedAccount: order.proposed_account,
            proposedAt: order.proposed_at,
            confirmedBy: refOf(order.confirmed_by),
            confirmedAt: order.confirmed_at,
          },
  };
}
