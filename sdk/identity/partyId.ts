import { IdentityError } from "../errors/IdentityError.ts";
import { parseLei } from "./parseLei.ts";
import { parseLocalId } from "./parseLocalId.ts";
import { parseRegisteredId } from "./parseRegisteredId.ts";
import { parseUscc } from "./parseUscc.ts";

// The last four are how an invoice may name a seller that has neither USCC nor LEI; the ledger admits nobody by them.
const readers = {
  uscc: parseUscc,
  lei: parseLei,
  local: parseLocalId,
  legal: parseRegisteredId,
  vat: parseRegisteredId,
  party: parseRegisteredId,
  endpoint: parseRegisteredId,
} as const;

/**
 * How a party is identified: by USCC, by LEI, or by a number of this ledger's own; in documents also by its number in
 * a register of companies or of VAT, by a party identifier or by its electronic address.
 */
export type PartyScheme = keyof typeof readers;

/** A party's canonical identity. Parties are identified by it and never by name. */
export type PartyId = {
  readonly scheme: PartyScheme;
  readonly id: string;
};

/**
 * Checks a party's identifier and writes it canonically, so that equal parties are equal strings.
 *
 * @throws IdentityError `identity-scheme-unknown`, `identity-uscc-invalid`, `identity-lei-invalid`,
 *   `identity-local-invalid`, `identity-registered-invalid`
 *
 * @example
 * import { partyId } from "@tallystick/sdk";
 *
 * partyId("uscc", "91110108551385082q") // => { scheme: "uscc", id: "91110108551385082Q" }
 */
export function partyId(scheme: string, id: string): PartyId {
  if (!isScheme(scheme)) {
    const shown = scheme.slice(0, 16);
    throw new IdentityError(
      "identity-scheme-unknown",
      `"${shown}" is not a scheme of party identifiers; there are ${Object.keys(readers).join(", ")}.`,
      { details: { scheme: shown } },
    );
  }
  return { scheme, id: readers[scheme](id) };
}

function isScheme(scheme: string): scheme is PartyScheme {
  return Object.hasOwn(readers, scheme);
}
