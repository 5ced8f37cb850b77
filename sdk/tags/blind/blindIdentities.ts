import { ristretto255_oprf } from "@noble/curves/ed25519.js";
import { hexlify, toUtf8Bytes } from "ethers";
import { TagError } from "../../errors/TagError.ts";
import { largestTagBatch } from "./largestTagBatch.ts";
import type { Hex } from "./ristretto.ts";

/** Identities under their blinds. Only `elements` may be sent: whoever has the rest can unblind. */
export type BlindedIdentities = {
  readonly elements: readonly Hex[];
  readonly secrets: readonly { readonly input: Uint8Array; readonly blind: Uint8Array }[];
};

/**
 * Hides canonical identities: each is hashed into the group and multiplied by a random number of its own, so that the
 * servers that evaluate it learn nothing, not even that they saw it before.
 *
 * @param identities 1 to 100, of up to 65,535 UTF-8 bytes each
 * @throws TagError `tag-input-invalid`
 *
 * @example
 * import { blindIdentities } from "@tallystick/sdk";
 *
 * const { elements } = blindIdentities(['["invoice","local:A","1",""]']);
 * elements[0].length // => 66
 */
export function blindIdentities(identities: readonly string[]): BlindedIdentities {
  if (identities.length === 0 || identities.length > largestTagBatch) {
    throw new TagError(
      "tag-input-invalid",
      `Tags are made of 1 to ${largestTagBatch} identities at a time, not of ${identities.length}.`,
    );
  }
  const blinded = identities.map((identity) => {
    const input = toUtf8Bytes(identity);
    if (input.length > 0xffff) {
      throw new TagError("tag-input-invalid", "An identity is longer than 65,535 bytes.");
    }
    return { input, ...ristretto255_oprf.voprf.blind(input) };
  });
  return {
    elements: blinded.map(({ blinded: element }) => hexlify(element) as Hex),
    secrets: blinded.map(({ input, blind }) => ({ input, blind })),
  };
}
