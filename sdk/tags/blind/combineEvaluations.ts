import { TagError } from "../../errors/TagError.ts";
import type { BlindedIdentities } from "./blindIdentities.ts";
import { finalizeTags } from "./finalizeTags.ts";
import type { Hex } from "./ristretto.ts";
import type { TagEvaluation } from "./tagEvaluation.ts";
import type { TagKeySet } from "./tagKeySet.ts";
import { verifyEvaluation } from "./verifyEvaluation.ts";

/**
 * Makes tags of the answers of `threshold` servers: checks each proof, interpolates in the exponent, unblinds, finalizes
 * as RFC 9497 does. Whichever servers answered, the tags are those of the whole key, which is nowhere.
 *
 * @param evaluations of distinct servers; more than `threshold` are not needed and not looked at
 * @returns tags in the order of the identities; 32 bytes each
 * @throws TagError `tag-servers-too-few`; or as `verifyEvaluation`
 *
 * @example
 * import { blindIdentities, combineEvaluations, generateTagKey, evaluateBlinded } from "@tallystick/sdk";
 *
 * const urls = ["http://127.0.0.1:1", "http://127.0.0.1:2", "http://127.0.0.1:3"];
 * const { keySet, shares } = generateTagKey({ epoch: 1, threshold: 2, urls });
 * const blinded = blindIdentities(["one"]);
 * const [first, second, third] = shares.map((share) => evaluateBlinded(share, blinded.elements));
 * const tags = combineEvaluations(keySet, blinded, [first, second]);
 * combineEvaluations(keySet, blinded, [third, first]) // => tags
 */
export function combineEvaluations(
  keySet: TagKeySet,
  blinded: BlindedIdentities,
  evaluations: readonly TagEvaluation[],
): readonly Hex[] {
  const { threshold, epoch } = keySet;
  const used = evaluations.slice(0, threshold);
  if (new Set(used.map(({ index }) => index)).size < threshold) {
    throw new TagError(
      "tag-servers-too-few",
      `A tag of epoch ${epoch} takes ${threshold} different share servers; ${used.length} answered.`,
      { details: { needed: threshold, valid: used.length } },
    );
  }
  for (const evaluation of used) {
    verifyEvaluation(keySet, evaluation.index, blinded.elements, evaluation);
  }
  return finalizeTags(epoch, blinded, used);
}
