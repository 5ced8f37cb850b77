import { IdentityError } from "../errors/IdentityError.ts";
import { canonicalText } from "./canonicalText.ts";

/**
 * Checks an identifier that a register other than USCC and LEI gave, such as a company or VAT number, and writes it
 * canonically: compatibility forms and case folded, letters and digits only.
 *
 * @returns 1 to 64 letters and digits
 * @throws IdentityError `identity-registered-invalid`
 *
 * @example
 * import { parseRegisteredId } from "@tallystick/sdk";
 *
 * parseRegisteredId("de 123.456-789") // => "DE123456789"
 */
export function parseRegisteredId(text: string): string {
  const id = text.length > 256 ? undefined : canonicalText(text, /[^\p{L}\p{N}]/gu);
  if (id === undefined || id === "" || id.length > 64) {
    const shown = text.slice(0, 40);
    throw new IdentityError(
      "identity-registered-invalid",
      `"${shown}" is not a registered identifier of 1 to 64 letters and digits.`,
      { details: { text: shown } },
    );
  }
  return id;
}
