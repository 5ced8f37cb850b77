import type { Queryable } from "../../database/database.ts";

/** A loose or near tag of one member's invoice. */
export interface ApproximateTag {
  readonly epoch: number;
  readonly tag: string;
  readonly kind: "loose" | "near";
}

/** Keeps tags of a member's receivable, so that other gateways' questions find them. Repeating it changes nothing. */
export async function recordApproximateTags(
  transaction: Queryable,
  owner: { readonly memberId: number; readonly receivable: number },
  tags: readonly ApproximateTag[],
): Promise<void> {
  for (const { epoch, tag, kind } of tags) {
    await transaction.query(
      `INSERT INTO local.approximate_tag (epoch, tag, member_id, kind, receivable_id)
       VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING`,
      [epoch, tag.toLowerCase(), owner.memberId, kind, owner.receivable],
    );
  }
}
