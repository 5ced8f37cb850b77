import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import { z } from "zod";
import { ProblemError } from "../../../errors/problemError.ts";
import { canonicalJson } from "../../../idempotency/canonicalJson.ts";
import { plainJson } from "../../../json/plainJson.ts";

/** Where a page ends: the last row's sort value and id, as text. */
export interface ListPlace {
  readonly value: string;
  readonly id: string;
}

/** Cursors of one list, sorted and narrowed in one way. */
export interface ListCursors {
  write(place: ListPlace): string;
  /** Refuses what this gateway never gave, and what it gave for another sort or other filters. */
  read(cursor: string): ListPlace;
}

const MARK_CHARACTERS = 12;

const carried = z.object({ mark: z.string(), value: z.string(), id: z.string(), seal: z.string() });

function parse(cursor: string): z.output<typeof carried> | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
    return carried.safeParse(value).data;
  } catch {
    return undefined;
  }
}

/** Sealed, since its text becomes a value of a database type: a forged one would be an error inside the gateway. */
function sealOf(secret: string, parts: readonly string[]): Buffer {
  return createHmac("sha256", secret).update(JSON.stringify(parts)).digest().subarray(0, 12);
}

/** Opaque cursors; `asked` is whatever makes two lists different. */
export function listCursors(secret: string, asked: unknown): ListCursors {
  const text = canonicalJson(JSON.parse(plainJson(asked)));
  const mark = createHash("sha256").update(text).digest("base64url").slice(0, MARK_CHARACTERS);
  return {
    write({ value, id }) {
      const seal = sealOf(secret, [mark, value, id]).toString("base64url");
      return Buffer.from(JSON.stringify({ mark, value, id, seal })).toString("base64url");
    },
    read(cursor) {
      const place = parse(cursor);
      const given = Buffer.from(place?.seal ?? "", "base64url");
      const own =
        place === undefined ? undefined : sealOf(secret, [place.mark, place.value, place.id]);
      const isOurs = own?.length === given.length && timingSafeEqual(own, given);
      if (place === undefined || !isOurs) {
        throw new ProblemError("invalid-request", "`after` is no `next` that a list gave.");
      }
      if (place.mark !== mark) {
        throw new ProblemError(
          "invalid-request",
          "`after` belongs to a list with another sort or other filters. Begin again without it.",
        );
      }
      return { value: place.value, id: place.id };
    },
  };
}
