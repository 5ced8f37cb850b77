import type { Queryable } from "../../database/database.ts";

interface NoteRow {
  readonly invoice_index: number;
  readonly amount_minor: bigint;
  readonly note_tag: string;
  readonly document_digest: string;
  readonly recorded_by: bigint;
  readonly recorded_at: Date;
}

/** Credit notes that a receivable's invoices got, in their order. */
export async function creditNotesOf(database: Queryable, receivable: number) {
  const rows = await database.query<NoteRow>(
    `SELECT invoice_index, amount_minor, note_tag, document_digest, recorded_by, recorded_at
     FROM projected.credit_note WHERE receivable_id = $1 ORDER BY credit_note_id`,
    [receivable],
  );
  return rows.map((row) => ({
    invoice: row.invoice_index,
    amountMinor: row.amount_minor,
    tag: row.note_tag,
    documentDigest: row.document_digest,
    recordedBy: Number(row.recorded_by),
    recordedAt: row.recorded_at,
  }));
}
