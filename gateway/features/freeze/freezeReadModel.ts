import type { Queryable } from "../../database/database.ts";
import { found } from "../shared/found.ts";
import { memberRefs, type RefOf } from "../shared/memberRefs.ts";
import { whereAll } from "../shared/whereAll.ts";

/** A row of `projected.freeze` with what its certificate says. */
export interface FreezeRow {
  readonly freeze_id: string;
  readonly certificate_id: bigint;
  readonly freezes: boolean;
  readonly document_digest: string;
  readonly value_minor: bigint;
  readonly currency: string;
  readonly obligor: bigint;
  readonly holder: bigint;
  readonly proposed_by: bigint;
  readonly proposed_account: string;
  readonly proposed_at: Date;
  readonly confirmed_by: bigint | null;
  readonly confirmed_account: string | null;
  readonly confirmed_at: Date | null;
}

const select = `
  SELECT f.*, c.value_minor, c.currency, c.obligor, c.holder
  FROM projected.freeze f JOIN projected.certificate c ON c.certificate_id = f.certificate_id`;

function partiesOf(row: FreezeRow) {
  return [row.obligor, row.holder, row.proposed_by, row.confirmed_by];
}

function show(row: FreezeRow, refOf: RefOf) {
  return {
    freeze: row.freeze_id,
    certificate: row.certificate_id,
    freezes: row.freezes,
    state: row.confirmed_at === null ? "proposed" : "confirmed",
    documentDigest: row.document_digest,
    valueMinor: row.value_minor,
    currency: row.currency,
    obligor: refOf(row.obligor),
    holder: refOf(row.holder),
    proposedBy: refOf(row.proposed_by),
    proposedAccount: row.proposed_account,
    proposedAt: row.proposed_at,
    confirmedBy: refOf(row.confirmed_by),
    confirmedAccount: row.confirmed_account,
    confirmedAt: row.confirmed_at,
  };
}

/** Freezes and releases as the projection has them. */
export const freezeReadModel = {
  show,

  /** The last one of a certificate. */
  async latest(database: Queryable, certificate: bigint) {
    const [row] = await database.query<FreezeRow>(
      `${select} WHERE f.certificate_id = $1 ORDER BY f.freeze_id DESC LIMIT 1`,
      [certificate],
    );
    const known = found(row, `freeze of certificate ${certificate}`);
    return show(known, await memberRefs(database, partiesOf(known)));
  },

  /** Newest first, one row more than `limit` when there are more, and the names for them. */
  async list(
    database: Queryable,
    filter: {
      state: "proposed" | "confirmed" | undefined;
      after: string | undefined;
      limit: number;
    },
  ) {
    const isConfirmed = filter.state === undefined ? undefined : filter.state === "confirmed";
    const { where, values } = whereAll([
      ["(f.confirmed_at IS NOT NULL) = ?", isConfirmed],
      ["f.freeze_id < ?", filter.after],
    ]);
    const rows = await database.query<FreezeRow>(
      `${select} ${where} ORDER BY f.freeze_id DESC LIMIT ${filter.limit + 1}`,
      values,
    );
    return { rows, refOf: await memberRefs(database, rows.flatMap(partiesOf)) };
  },
} as const;
