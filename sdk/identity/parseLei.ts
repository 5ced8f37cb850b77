import { IdentityError } from "../errors/IdentityError.ts";
import { canonicalText } from "./canonicalText.ts";

const pattern = /^[0-9A-Z]{18}[0-9]{2}$/;

/**
 * Checks a legal entity identifier by ISO 17442 (check digits of ISO 7064 MOD 97-10) and writes it
 * canonically. Full-width characters, lower case, spaces and hyphens are read.
 *
 * @returns 20 characters
 * @throws IdentityError `identity-lei-invalid`
 *
 * @example
 * import { parseLei } from "@tallystick/sdk";
 *
 * parseLei("5067 00ge 1g29 325q x363") // => "506700GE1G29325QX363"
 */
export function parseLei(text: string): string {
  const lei = text.length > 64 ? undefined : canonicalText(text, /[\s-]/gu);
  if (lei === undefined || !pattern.test(lei) || checkOf(lei) !== lei.slice(18)) {
    const shown = text.slice(0, 40);
    throw new IdentityError(
      "identity-lei-invalid",
      `"${shown}" is not a legal entity identifier with right check digits.`,
      { details: { text: shown } },
    );
  }
  return lei;
}

/** Computed, not tested for congruence: 00, 01 and 99 are congruent to real check digits. */
function checkOf(lei: string): string {
  let digits = "";
  for (const character of lei.slice(0, 18)) digits += Number.parseInt(character, 36).toString();
  return (98n - (BigInt(`${digits}00`) % 97n)).toString().padStart(2, "0");
}
