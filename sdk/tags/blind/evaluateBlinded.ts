import { ristretto255_oprf } from "@noble/curves/ed25519.js";
import { getBytes, hexlify } from "ethers";
import { TagError } from "../../errors/TagError.ts";
import { largestTagBatch } from "./largestTagBatch.ts";
import { type Hex, ristretto } from "./ristretto.ts";
import type { TagEvaluation } from "./tagEvaluation.ts";
import type { TagShare } from "./tagShare.ts";

/** The library refuses what is no element; which one it was is looked up only then. */
function evaluateAll(share: TagShare, elements: readonly string[]) {
  try {
    return ristretto255_oprf.voprf.blindEvaluateBatch(
      getBytes(share.secret),
      getBytes(share.publicKey),
      elements.map((hex) => getBytes(hex)),
    );
  } catch (cause) {
    const wrong = elements.findIndex((hex) => ristretto.element(hex) === undefined);
    if (wrong === -1) throw cause;
    throw new TagError(
      "tag-input-invalid",
      `Blinded element ${wrong} is not an element of ristretto255 or is its identity.`,
      { details: { index: wrong } },
    );
  }
}

/**
 * What a share server does: evaluates blinded elements under its share, with one proof that it used this share for all.
 *
 * @param elements 1 to 100
 * @throws TagError `tag-input-invalid` which says the first element that is none
 *
 * @example
 * import { blindIdentities, generateTagKey, evaluateBlinded, verifyEvaluation } from "@tallystick/sdk";
 *
 * const urls = ["http://127.0.0.1:1", "http://127.0.0.1:2", "http://127.0.0.1:3"];
 * const { keySet, shares } = generateTagKey({ epoch: 1, threshold: 2, urls });
 * const { elements } = blindIdentities(["one", "two"]);
 * const evaluation = evaluateBlinded(shares[2], elements);
 * verifyEvaluation(keySet, 3, elements, evaluation);
 * evaluation.elements.length // => 2
 */
export function evaluateBlinded(share: TagShare, elements: readonly string[]): TagEvaluation {
  if (elements.length === 0 || elements.length > largestTagBatch) {
    throw new TagError(
      "tag-input-invalid",
      `A request carries 1 to ${largestTagBatch} blinded elements, not ${elements.length}.`,
    );
  }
  const { evaluated, proof } = evaluateAll(share, elements);
  return {
    epoch: share.epoch,
    index: share.index,
    publicKey: share.publicKey,
    elements: evaluated.map((element) => hexlify(element) as Hex),
    proof: hexlify(proof) as Hex,
  };
}
