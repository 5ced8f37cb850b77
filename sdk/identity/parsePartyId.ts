import { type PartyId, partyId } from "./partyId.ts";

/**
 * Reads a party's identity from its string form.
 *
 * @param text for example `uscc:91110108551385082Q`
 * @throws IdentityError as `partyId`
 *
 * @example
 * import { parsePartyId } from "@tallystick/sdk";
 *
 * parsePartyId("local:acme 7") // => { scheme: "local", id: "ACME 7" }
 */
export function parsePartyId(text: string): PartyId {
  const colon = text.indexOf(":");
  return colon === -1 ? partyId(text, "") : partyId(text.slice(0, colon), text.slice(colon + 1));
}
