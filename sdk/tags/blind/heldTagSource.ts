import { TagError } from "../../errors/TagError.ts";
import type { TagSource } from "../TagSource.ts";
import { blindIdentities } from "./blindIdentities.ts";
import { createTagQueue } from "./createTagQueue.ts";
import { finalizeTags } from "./finalizeTags.ts";
import { parseTagKeySet } from "./parseTagKeySet.ts";
import { type Hex, ristretto } from "./ristretto.ts";
import type { TagKeySet } from "./tagKeySet.ts";
import type { TagShare } from "./tagShare.ts";

const { Point } = ristretto;

export type HeldTagSourceParameters = {
  /** The pinned key set; checked again here. */
  readonly keySet: TagKeySet;
  /** At least as many of its shares as its threshold. */
  readonly shares: readonly TagShare[];
  /** Number of tags that are kept in memory; 10,000 by default. */
  readonly remember?: number;
};

/** A share's scalar, once it is known to be of the pinned key. */
function scalarOf({ epoch, index, publicKey, secret }: TagShare, keySet: TagKeySet): bigint {
  const pinned = keySet.shares.find((share) => share.index === index)?.publicKey;
  const scalar = ristretto.scalar(secret);
  if (scalar !== undefined && epoch === keySet.epoch && pinned === publicKey) {
    if (ristretto.elementHex(Point.BASE.multiply(scalar)) === publicKey) return scalar;
  }
  const sentence = `Share ${index} is not of the pinned key of epoch ${keySet.epoch}.`;
  throw new TagError("tag-share-invalid", sentence, { details: { index } });
}

function multiplied(elements: readonly Hex[], scalar: bigint): Hex[] {
  return elements.map((hex) =>
    ristretto.elementHex((ristretto.element(hex) ?? Point.ZERO).multiply(scalar)),
  );
}

/**
 * Tags of one epoch in a process that holds as many shares as make one, as a demonstration does. Nobody is asked, so nobody
 * can lie: there is no proof to check. Whoever holds so much can search for identities by itself.
 *
 * @throws TagError `tag-key-set-invalid`; `tag-share-invalid` for shares of another key, `tag-servers-too-few` for too few of
 * them; `tag-input-invalid` from its methods
 *
 * @example
 * import { generateTagKey, heldTagSource } from "@tallystick/sdk";
 *
 * const urls = ["https://one.example", "https://two.example", "https://three.example"];
 * const { keySet, shares } = generateTagKey({ epoch: 1, threshold: 2, urls });
 * const [one, two, three] = shares;
 * const tag = await heldTagSource({ keySet, shares: [one, two] }).tagOf("one");
 * (await heldTagSource({ keySet, shares: [two, three] }).tagOf("one")) === tag // => true
 */
export function heldTagSource(parameters: HeldTagSourceParameters): TagSource {
  const keySet = parseTagKeySet(parameters.keySet);
  const used = parameters.shares.slice(0, keySet.threshold);
  const held = used.map((share) => ({ index: share.index, scalar: scalarOf(share, keySet) }));
  const count = new Set(held.map(({ index }) => index)).size;
  if (count < keySet.threshold) {
    const sentence = `A tag of epoch ${keySet.epoch} takes ${keySet.threshold} different shares; ${count} are held.`;
    throw new TagError("tag-servers-too-few", sentence, { details: { held: count } });
  }
  const queue = createTagQueue(parameters.remember ?? 10_000, async (identities) => {
    const blinded = blindIdentities(identities);
    const evaluations = held.map(({ index, scalar }) => ({
      index,
      elements: multiplied(blinded.elements, scalar),
    }));
    return finalizeTags(keySet.epoch, blinded, evaluations);
  });
  return { epoch: BigInt(keySet.epoch), tagOf: (identity) => queue.tagOf(identity) };
}
