import { DocumentUnreadableError } from "../errors/DocumentUnreadableError.ts";

// Deep enough for any business document, shallow enough that no recursion can exhaust the stack.
const deepest = 128;

/**
 * The canonical form of a JSON value (RFC 8785): no blanks, members sorted by UTF-16 code units, numbers and texts as
 * ECMAScript writes them. Equal values give equal texts, however a file orders and indents them.
 *
 * @throws DocumentUnreadableError when it is nested too deeply or holds what JSON can't say
 *
 * @example
 * import { canonicalJson } from "@tallystick/sdk";
 *
 * canonicalJson({ b: [1.0, "é"], a: null }) // => '{"a":null,"b":[1,"é"]}'
 */
export function canonicalJson(value: unknown): string {
  return write(value, 0);
}

function write(value: unknown, depth: number): string {
  if (depth > deepest) {
    throw new DocumentUnreadableError(`The JSON is nested more than ${deepest} deep.`);
  }
  if (Array.isArray(value)) return `[${value.map((item) => write(item, depth + 1)).join(",")}]`;
  if (typeof value === "object" && value !== null) {
    const members = Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, item]) => `${text(name)}:${write(item, depth + 1)}`);
    return `{${members.join(",")}}`;
  }
  if (typeof value === "string") return text(value);
  if (typeof value === "boolean" || value === null) return String(value);
  if (typeof value === "number" && Number.isFinite(value)) return JSON.stringify(value);
  throw new DocumentUnreadableError("The document holds a value that JSON can't say.");
}

function text(value: string): string {
  if (!value.isWellFormed()) {
    throw new DocumentUnreadableError("The JSON holds half of a surrogate pair, which is no text.");
  }
  return JSON.stringify(value);
}
