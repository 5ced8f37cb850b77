export type TomlValue = string | number | boolean | readonly string[];

/**
 * The flat TOML that Besu reads: a key and a value a line. Strings are of printable ASCII, for which TOML's and JSON's
 * spellings are the same.
 */
export function tomlOf(
  comment: readonly string[],
  values: Readonly<Record<string, TomlValue | undefined>>,
): string {
  const lines = Object.entries(values)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `${key}=${JSON.stringify(value)}`);
  return `${[...comment.map((line) => `# ${line}`), ...lines].join("\n")}\n`;
}
