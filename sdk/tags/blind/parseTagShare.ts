import { z } from "zod";
import { TagError } from "../../errors/TagError.ts";
import { type Hex, ristretto } from "./ristretto.ts";
import type { TagShare } from "./tagShare.ts";

const bytes32 = z
  .string()
  .regex(/^0x[0-9a-fA-F]{64}$/)
  .transform((hex) => hex.toLowerCase() as Hex);

const form = z.strictObject({
  epoch: z.int().min(1).max(0xffff_ffff),
  index: z.int().min(1).max(255),
  publicKey: bytes32,
  secret: bytes32,
});

/**
 * Checks a share of a key: its form, and that its public key is its own.
 *
 * @throws TagError `tag-share-invalid`, which never repeats the secret
 *
 * @example
 * import { generateTagKey, parseTagShare } from "@tallystick/sdk";
 *
 * const urls = ["http://127.0.0.1:1", "http://127.0.0.1:2", "http://127.0.0.1:3"];
 * const [share] = generateTagKey({ epoch: 1, threshold: 2, urls }).shares;
 * parseTagShare(JSON.parse(JSON.stringify(share))).index // => 1
 */
export function parseTagShare(value: unknown): TagShare {
  const parsed = form.safeParse(value);
  const scalar = parsed.success ? ristretto.scalar(parsed.data.secret) : undefined;
  if (!parsed.success || scalar === undefined) {
    throw new TagError("tag-share-invalid", "This is not a share of a tag key.");
  }
  const ownKey = ristretto.elementHex(ristretto.Point.BASE.multiply(scalar));
  if (ownKey !== parsed.data.publicKey) {
    throw new TagError(
      "tag-share-invalid",
      `Share ${parsed.data.index} and its public key do not belong together.`,
    );
  }
  return parsed.data;
}
