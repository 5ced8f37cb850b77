/** Shorter names come first, then by bytes; names of Solidity are ASCII, so a code unit is a byte. */
function inOrder(left: string, right: string): number {
  return left.length - right.length || (left < right ? -1 : 1);
}

// Events of one name have the same members, so their order is found once.
const MOST_REMEMBERED = 2_000;
const orders = new Map<string, readonly (readonly [name: string, text: string])[]>();

function membersOf(value: object): readonly (readonly [name: string, text: string])[] {
  const names = Object.keys(value);
  const shape = names.join("\u0000");
  const known = orders.get(shape);
  if (known !== undefined) return known;
  const order = names.sort(inOrder).map((name) => [name, `${JSON.stringify(name)}: `] as const);
  if (orders.size >= MOST_REMEMBERED) orders.clear();
  orders.set(shape, order);
  return order;
}

/** JSON as PostgreSQL's `jsonb` writes it; integers of any size are decimal strings. */
export function jsonText(value: unknown): string {
  if (typeof value === "bigint") return `"${value}"`;
  if (Array.isArray(value)) return `[${value.map(jsonText).join(", ")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  let text = "";
  for (const [name, start] of membersOf(value)) {
    text += `${text === "" ? "" : ", "}${start}${jsonText((value as Record<string, unknown>)[name])}`;
  }
  return `{${text}}`;
}
