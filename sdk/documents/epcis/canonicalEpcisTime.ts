const pattern = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2})(?:\.(\d+))?(Z|[+-]\d{2}:\d{2})$/;

/**
 * A time of an event in UTC with three decimals (CBV 2.0 section 8.9, steps 8 and 9); further ones are cut off.
 *
 * @returns undefined when the text is no time with an offset
 */
export function canonicalEpcisTime(text: string): string | undefined {
  const match = pattern.exec(text.trim());
  if (match === null) return undefined;
  const [, seconds = "", decimals = "", offset = ""] = match;
  const time = Date.parse(`${seconds}${offset}`);
  if (Number.isNaN(time)) return undefined;
  const milliseconds = decimals.slice(0, 3).padEnd(3, "0");
  return `${new Date(time).toISOString().slice(0, 19)}.${milliseconds}Z`;
}
