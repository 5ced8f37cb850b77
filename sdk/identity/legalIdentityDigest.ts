import { formatPartyId } from "./formatPartyId.ts";
import type { PartyId } from "./partyId.ts";
import { saltedDigest } from "./saltedDigest.ts";

/**
 * The digest that stands for a member's legal identity on chain. Whoever is shown the identity and
 * the salt can check it; nobody else can guess it.
 *
 * @param party spelled in any way that `partyId` reads
 * @param salt 32 random bytes in hex
 * @throws IdentityError as `partyId`; `identity-salt-invalid`
 *
 * @example
 * import { legalIdentityDigest, randomSalt } from "@tallystick/sdk";
 *
 * const salt = randomSalt();
 * const digest = legalIdentityDigest({ scheme: "uscc", id: "91110108551385082Q" }, salt);
 * legalIdentityDigest({ scheme: "uscc", id: "91110108-551385082q" }, salt) === digest // => true
 */
export function legalIdentityDigest(party: PartyId, salt: string): `0x${string}` {
  return saltedDigest("Tallystick legal identity v1", formatPartyId(party), salt);
}
