/** JSON text in which integers of any size are decimal strings, as everywhere in the gateway. */
export function plainJson(value: unknown): string {
  return JSON.stringify(value, (_key, item: unknown) =>
    typeof item === "bigint" ? item.toString() : item,
  );
}
