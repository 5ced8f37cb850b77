import { IdentityError } from "../errors/IdentityError.ts";
import { canonicalText } from "./canonicalText.ts";

/**
 * Checks an identifier that only this ledger's members know, such as a customer number, and writes
 * it canonically: compatibility forms and case folded, runs of blanks as one space.
 *
 * @returns 1 to 64 characters
 * @throws IdentityError `identity-local-invalid`
 *
 * @example
 * import { parseLocalId } from "@tallystick/sdk";
 *
 * parseLocalId(" 0379-nevhp ") // => "0379-NEVHP"
 */
export function parseLocalId(text: string): string {
  const spaced = text.length > 256 ? undefined : text.replace(/\s+/gu, " ");
  const id = spaced === undefined ? undefined : canonicalText(spaced, /^ +| +$| (?= )/gu);
  if (id === undefined || id === "" || id.length > 64 || /\p{Cc}/u.test(id)) {
    const shown = text.slice(0, 40);
    throw new IdentityError(
      "identity-local-invalid",
      `"${shown}" is not a local identifier of 1 to 64 printable characters.`,
      { details: { text: shown } },
    );
  }
  return id;
}
