import { ristretto255_oprf } from "@noble/curves/ed25519.js";
import type { BlindedIdentities } from "./blindIdentities.ts";
import { blindTag } from "./blindTag.ts";
import { combineElements, type IndexedElement } from "./combineElements.ts";
import { type Hex, ristretto } from "./ristretto.ts";
import type { TagEvaluation } from "./tagEvaluation.ts";

const { Fn } = ristretto;

type Evaluated = Pick<TagEvaluation, "index" | "elements">;

function elementsAt(evaluations: readonly Evaluated[], place: number): IndexedElement[] {
  return evaluations.flatMap(({ index, elements }) => {
    const element = ristretto.element(elements[place] ?? "");
    return element === undefined ? [] : [{ index, element }];
  });
}

/** Interpolates, unblinds and finalizes evaluations whose proofs were checked: as many as the threshold, of distinct servers. */
export function finalizeTags(
  epoch: number,
  blinded: BlindedIdentities,
  evaluations: readonly Evaluated[],
): readonly Hex[] {
  return blinded.secrets.map(({ input, blind }, place) => {
    const { sum, denominator } = combineElements(elementsAt(evaluations, place));
    // The interpolation's denominator is divided out together with the blind: one inversion, one multiplication.
    const divisor = Fn.toBytes(Fn.mul(Fn.fromBytes(blind), Fn.create(denominator)));
    // Finalize is the same in every mode of RFC 9497; the one of VOPRF mode would ask for a proof under the whole key.
    return blindTag(epoch, ristretto255_oprf.oprf.finalize(input, divisor, sum.toBytes()));
  });
}
