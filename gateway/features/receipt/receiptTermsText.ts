import { type ReceiptTerms, receiptTermsDigest, receiptTermsJson } from "@tallystick/sdk";
import type { Queryable } from "../../database/database.ts";

/** Texts of receipts' terms, by their digests. */
export const receiptTermsText = {
  /** Writes terms down; writing them again changes nothing. */
  async keep(transaction: Queryable, terms: ReceiptTerms, recordedBy: number): Promise<void> {
    await transaction.query(
      `INSERT INTO local.receipt_terms (terms_digest, terms, recorded_by)
       VALUES ($1, $2::jsonb, $3) ON CONFLICT DO NOTHING`,
      [receiptTermsDigest(terms), receiptTermsJson(terms), recordedBy],
    );
  },

  /** Null where this gateway was not told them. */
  async find(database: Queryable, digest: string): Promise<unknown> {
    const [row] = await database.query<{ terms: unknown }>(
      "SELECT terms FROM local.receipt_terms WHERE terms_digest = $1",
      [digest],
    );
    return row?.terms ?? null;
  },
} as const;
