const decimals = 18;
const pattern = /^([+-]?)(\d*)(?:\.(\d*))?$/;

/**
 * Reads a decimal number exactly, as XML Schema and JSON write it without an exponent.
 *
 * @returns the number times 10^18, or undefined when the text is none or has more than 18 decimals or 40 digits
 */
export function parseDecimal(text: string): bigint | undefined {
  const match = text.length > 60 ? null : pattern.exec(text.trim());
  if (match === null) return undefined;
  const [, sign = "", whole = "", fraction = ""] = match;
  if (whole + fraction === "" || whole.length > 40) return undefined;
  const significant = fraction.replace(/0+$/, "");
  if (significant.length > decimals) return undefined;
  const magnitude = BigInt(whole + significant.padEnd(decimals, "0"));
  return sign === "-" ? -magnitude : magnitude;
}
