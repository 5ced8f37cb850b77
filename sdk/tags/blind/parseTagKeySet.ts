import { z } from "zod";
import { TagError } from "../../errors/TagError.ts";
import { combineElements, type IndexedElement } from "./combineElements.ts";
import { type Hex, ristretto } from "./ristretto.ts";
import type { TagKeySet } from "./tagKeySet.ts";

const element = z
  .string()
  .refine((hex) => ristretto.element(hex) !== undefined, "is not an element of ristretto255")
  .transform((hex) => hex.toLowerCase() as Hex);

const form = z.strictObject({
  suite: z.literal("ristretto255-SHA512"),
  epoch: z.int().min(1).max(0xffff_ffff),
  threshold: z.int().min(2).max(255),
  groupPublicKey: element,
  shares: z
    .array(
      z.strictObject({
        index: z.int().min(1).max(255),
        publicKey: element,
        url: z.url({ protocol: /^https?$/, error: "is not an http or https address" }),
      }),
    )
    .min(2)
    .max(255),
});

function refuse(sentence: string, cause?: unknown): never {
  throw new TagError("tag-key-set-invalid", sentence, { cause });
}

/** Every share lies on the polynomial of the first `threshold` ones, and so does the group's key at index 0. */
function checkPolynomial({ shares, threshold, groupPublicKey }: TagKeySet): void {
  const points = shares.flatMap(({ index, publicKey }): IndexedElement[] => {
    const point = ristretto.element(publicKey);
    return point === undefined ? [] : [{ index, element: point }];
  });
  const base = points.slice(0, threshold);
  const isOn = (index: number, point = ristretto.Point.ZERO): boolean => {
    const { sum, denominator } = combineElements(base, index);
    return sum.equals(point.multiplyUnsafe(denominator));
  };
  if (!isOn(0, ristretto.element(groupPublicKey))) {
    refuse(`The first ${threshold} share keys do not make the group's public key.`);
  }
  for (const { index, element: point } of points.slice(threshold)) {
    if (!isOn(index, point)) refuse(`The public key of share ${index} belongs to another key.`);
  }
}

/**
 * Checks a key set before it is pinned: its form, and that any `threshold` of its share keys make the group's key.
 *
 * @param value for example parsed JSON
 * @throws TagError `tag-key-set-invalid`
 *
 * @example
 * import { generateTagKey, parseTagKeySet } from "@tallystick/sdk";
 *
 * const urls = ["http://127.0.0.1:1", "http://127.0.0.1:2", "http://127.0.0.1:3"];
 * const { keySet } = generateTagKey({ epoch: 1, threshold: 2, urls });
 * parseTagKeySet(JSON.parse(JSON.stringify(keySet))).threshold // => 2
 */
export function parseTagKeySet(value: unknown): TagKeySet {
  const parsed = form.safeParse(value);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const place = issue === undefined || issue.path.length === 0 ? "it" : issue.path.join(".");
    return refuse(`The key set can't be used: ${place}: ${issue?.message}.`, parsed.error);
  }
  const keySet: TagKeySet = parsed.data;
  const { shares, threshold } = keySet;
  if (new Set(shares.map(({ index }) => index)).size !== shares.length) {
    refuse("Two shares of the key set have the same index.");
  }
  if (threshold > shares.length) {
    refuse(`The key set asks for ${threshold} shares and has ${shares.length}.`);
  }
  checkPolynomial(keySet);
  return keySet;
}
