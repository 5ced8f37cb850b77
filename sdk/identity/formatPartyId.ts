import { type PartyId, partyId } from "./partyId.ts";

/**
 * A party's identity as one string, checked and canonical: the scheme, a colon, the identifier.
 *
 * @throws IdentityError as `partyId`
 *
 * @example
 * import { formatPartyId } from "@tallystick/sdk";
 *
 * formatPartyId({ scheme: "local", id: "0379-nevhp" }) // => "local:0379-NEVHP"
 */
export function formatPartyId(party: PartyId): string {
  const { scheme, id } = partyId(party.scheme, party.id);
  return `${scheme}:${id}`;
}
