import type { Queryable } from "../../database/database.ts";
import { derivedSalt } from "../shared/derivedSalt.ts";

/** A question of one member: which of these tags do others here have? */
export interface TagQuestion {
  readonly askedBy: number;
  readonly epoch: number;
  readonly tags: readonly string[];
}

/** One tag's answer: nothing but whether, and under which reference both sides find each other. */
export interface TagMatch {
  readonly tag: string;
  readonly match: boolean;
  readonly kind: "loose" | "near" | null;
  readonly caseReference: string | null;
}

interface KnownRow {
  readonly tag: string;
  readonly kind: "loose" | "near";
  readonly member_id: bigint;
}

/** Compares tags with this gateway's own members', but the asking one's. */
export async function matchTags(
  database: Queryable,
  passphrase: string,
  { askedBy, epoch, tags }: TagQuestion,
): Promise<{ readonly items: readonly TagMatch[]; commit(transaction: Queryable): Promise<void> }> {
  const known = await database.query<KnownRow>(
    `SELECT DISTINCT tag, kind, member_id FROM local.approximate_tag
     WHERE epoch = $1 AND tag = ANY($2::text[]) AND member_id <> $3`,
    [epoch, tags, askedBy],
  );
  // The same question finds the same reference again, which nobody else can guess.
  const referenceOf = (tag: string): string =>
    `case-${derivedSalt(passphrase, "tag case", `${epoch} ${tag} ${askedBy}`).slice(2, 22)}`;
  const items = tags.map((tag): TagMatch => {
    const kind = known.find((row) => row.tag === tag)?.kind ?? null;
    const caseReference = kind === null ? null : referenceOf(tag);
    return { tag, match: kind !== null, kind, caseReference };
  });
  return {
    items,
    async commit(transaction) {
      const matches = items.filter(({ match }) => match).length;
      await transaction.query(
        "INSERT INTO local.tag_question (asked_by, epoch, tags, matches) VALUES ($1, $2, $3, $4)",
        [askedBy, epoch, tags.length, matches],
      );
      for (const { tag, kind, member_id } of known) {
        await transaction.query(
          `INSERT INTO local.tag_case (case_reference, member_id, epoch, tag, kind, asked_by)
           VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING`,
          [referenceOf(tag), member_id, epoch, tag, kind, askedBy],
        );
      }
    },
  };
}
