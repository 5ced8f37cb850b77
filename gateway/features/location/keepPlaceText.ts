import type { Queryable } from "../../database/database.ts";

/** The place behind a digest, and who told it. */
export interface PlaceText {
  readonly place: string;
  readonly address: string;
  readonly recordedBy: number;
}

/** Writes down which place a digest is of; writing it again changes nothing. */
export async function keepPlaceText(transaction: Queryable, text: PlaceText): Promise<void> {
  await transaction.query(
    `INSERT INTO local.place_text (place, address, recorded_by) VALUES ($1, $2, $3)
     ON CONFLICT DO NOTHING`,
    [text.place, text.address, text.recordedBy],
  );
}
