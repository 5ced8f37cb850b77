import { dataLength, dataSlice, isHexString } from "ethers";
import { TagError } from "../../errors/TagError.ts";
import { provesEqualLogarithm } from "./provesEqualLogarithm.ts";
import { type GroupElement, ristretto } from "./ristretto.ts";
import type { TagEvaluation } from "./tagEvaluation.ts";
import type { TagKeySet } from "./tagKeySet.ts";

function elementsOf(list: readonly string[]): GroupElement[] | undefined {
  const elements = list.map((hex) => ristretto.element(hex));
  return elements.every((element) => element !== undefined) ? elements : undefined;
}

function proofOf(hex: string): { challenge: bigint; response: bigint } | undefined {
  if (!isHexString(hex) || dataLength(hex) !== 64) return undefined;
  const challenge = ristretto.scalar(dataSlice(hex, 0, 32));
  const response = ristretto.scalar(dataSlice(hex, 32, 64));
  return challenge === undefined || response === undefined ? undefined : { challenge, response };
}

/**
 * Accepts a server's answer only with a proof that it used its pinned share for every element of the request.
 *
 * @param index whose answer it is
 * @param blinded the elements that were sent
 * @throws TagError `tag-server-unknown` for another share, epoch or key than the pinned one; `tag-answer-invalid` for an
 *   answer that answers something else; `tag-proof-invalid` for one that isn't proved
 *
 * @example
 * import { blindIdentities, generateTagKey, evaluateBlinded, verifyEvaluation } from "@tallystick/sdk";
 *
 * const urls = ["http://127.0.0.1:1", "http://127.0.0.1:2", "http://127.0.0.1:3"];
 * const { keySet, shares } = generateTagKey({ epoch: 1, threshold: 2, urls });
 * const { elements } = blindIdentities(["one"]);
 * const lie = { ...evaluateBlinded(shares[0], elements), elements };
 * let caught;
 * try {
 *   verifyEvaluation(keySet, 1, elements, lie);
 * } catch (error) {
 *   caught = error;
 * }
 * caught.code // => "tag-proof-invalid"
 */
export function verifyEvaluation(
  keySet: TagKeySet,
  index: number,
  blinded: readonly string[],
  evaluation: TagEvaluation,
): void {
  const share = keySet.shares.find((candidate) => candidate.index === index);
  const who = `Share server ${index}`;
  const details = { server: index, url: share?.url ?? "" };
  const publicKey = share === undefined ? undefined : ristretto.element(share.publicKey);
  if (publicKey === undefined) {
    throw new TagError("tag-server-unknown", `${who} is not in the pinned key set.`, { details });
  }
  if (evaluation.index !== index || evaluation.epoch !== keySet.epoch) {
    const sentence = `${who} answered for share ${evaluation.index} of epoch ${evaluation.epoch}.`;
    throw new TagError("tag-server-unknown", sentence, { details });
  }
  if (evaluation.publicKey.toLowerCase() !== share?.publicKey) {
    const sentence = `${who} answers with another key than the pinned one: it was replaced.`;
    throw new TagError("tag-server-unknown", sentence, { details });
  }
  const before = elementsOf(blinded);
  const after = elementsOf(evaluation.elements);
  const proof = proofOf(evaluation.proof);
  if (!before || !after || !proof || before.length !== after.length) {
    const sentence = `${who} answered something else than ${blinded.length} elements with a proof.`;
    throw new TagError("tag-answer-invalid", sentence, { details });
  }
  if (!provesEqualLogarithm(publicKey, before, after, proof)) {
    const sentence = `${who} lies: its proof does not hold under its pinned key.`;
    throw new TagError("tag-proof-invalid", sentence, { details });
  }
}
