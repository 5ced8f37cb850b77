import { ProblemError } from "../errors/problemError.ts";

// Deep enough for any business document, shallow enough that no recursion over it can exhaust the stack.
const MAXIMUM_DEPTH = 40;

function write(value: unknown, depth: number): string {
  if (depth > MAXIMUM_DEPTH) {
    throw new ProblemError(
      "invalid-request",
      `The body is nested more than ${MAXIMUM_DEPTH} deep.`,
    );
  }
  if (Array.isArray(value)) return `[${value.map((item) => write(item, depth + 1)).join(",")}]`;
  if (typeof value === "object" && value !== null) {
    const fields = Object.entries(value).filter(([, item]) => item !== undefined);
    fields.sort(([a], [b]) => (a < b ? -1 : 1));
    const members = fields.map(
      ([name, item]) => `${JSON.stringify(name)}:${write(item, depth + 1)}`,
    );
    return `{${members.join(",")}}`;
  }
  return JSON.stringify(value) ?? "null";
}

/** RFC 8785 form of a JSON value: no spaces, members sorted by UTF-16 code units; an absent body is `null`. */
export function canonicalJson(value: unknown): string {
  return write(value, 0);
}
