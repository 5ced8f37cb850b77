import { DocumentUnreadableError } from "../errors/DocumentUnreadableError.ts";

const deepest = 100;
const mostValues = 2_000_000;

type Level = { readonly names: Set<string> | undefined };

/**
 * Reads JSON that means one thing (RFC 7493): no name twice in one object; and not too much of it: nested no deeper
 * than 100, of no more than two million values.
 *
 * @throws DocumentUnreadableError
 */
export function parseJson(text: string): unknown {
  checkShape(text);
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch (error) {
    throw new DocumentUnreadableError("The file begins like JSON but is not; it may be cut off.", {
      cause: error,
    });
  }
}

/** Walks the text once, before anything recurses over it. */
function checkShape(text: string): void {
  const levels: Level[] = [];
  let values = 1;
  for (let at = 0; at < text.length; at++) {
    switch (text[at]) {
      case "{":
      case "[":
        levels.push({ names: text[at] === "{" ? new Set() : undefined });
        if (levels.length > deepest) {
          throw new DocumentUnreadableError(`The JSON is nested more than ${deepest} deep.`);
        }
        break;
      case "}":
      case "]":
        levels.pop();
        break;
      case ",":
        values += 1;
        if (values > mostValues) {
          throw new DocumentUnreadableError(`The JSON has more than ${mostValues} values.`);
        }
        break;
      case '"': {
        const end = endOfString(text, at);
        if (isName(text, end)) addName(levels.at(-1), text.slice(at, end + 1));
        at = end;
        break;
      }
      default:
    }
  }
}

function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    if (text[at] === "\\") at++;
    else if (text[at] === '"') return at;
  }
  return text.length;
}

function isName(text: string, end: number): boolean {
  let at = end + 1;
  while (text[at] === " " || text[at] === "\n" || text[at] === "\t" || text[at] === "\r") at++;
  return text[at] === ":";
}

function addName(level: Level | undefined, quoted: string): void {
  if (level?.names === undefined) return;
  const name = unquoted(quoted);
  if (level.names.has(name)) {
    throw new DocumentUnreadableError(
      `The JSON says ${JSON.stringify(name.slice(0, 40))} twice in one object, so it has no single meaning.`,
    );
  }
  level.names.add(name);
}

function unquoted(quoted: string): string {
  try {
    return String(JSON.parse(quoted));
  } catch {
    // What is no JSON string is refused by the parser itself.
    return quoted;
  }
}
