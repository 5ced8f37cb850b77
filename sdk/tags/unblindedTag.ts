import { id } from "ethers";

/**
 * The tag of a canonical identity under key epoch 0: keccak256 of its UTF-8 bytes.
 *
 * Warning: unblinded. Invoice numbers can be guessed, so whoever sees such a tag can test guesses
 * against it. It hides nothing and serves only where that is accepted.
 *
 * @returns 32 bytes in hex
 *
 * @example
 * import { canonicalInvoiceIdentity, unblindedTag } from "@tallystick/sdk";
 *
 * const sellerId = { scheme: "local", id: "acme" };
 * const tag = unblindedTag(canonicalInvoiceIdentity({ sellerId, number: "A-17" }));
 * unblindedTag(canonicalInvoiceIdentity({ sellerId, number: "ａ 17" })) === tag // => true
 */
export function unblindedTag(identity: string): `0x${string}` {
  return id(identity) as `0x${string}`;
}
