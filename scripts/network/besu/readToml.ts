import { BesuError } from "./BesuError.ts";

/**
 * Reads the flat TOML that `tomlOf` writes, and people edit: a key and a value a line, comments on lines of their own.
 *
 * @throws BesuError `besu-toml-invalid` with the line
 */
export function readToml(file: string, text: string): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const [index, line] of text.split("\n").entries()) {
    if (/^\s*(#.*)?$/.test(line)) continue;
    const [, key = "", value = ""] = /^\s*([A-Za-z0-9-]+)\s*=\s*(.+?)\s*$/.exec(line) ?? [];
    const at = `${file}, line ${index + 1}`;
    if (key === "") throw new BesuError("besu-toml-invalid", `${at} is no key with a value.`);
    if (key in values) throw new BesuError("besu-toml-invalid", `${at} says ${key} again.`);
    try {
      values[key] = JSON.parse(value);
    } catch (cause) {
      throw new BesuError("besu-toml-invalid", `${at} has a value that can't be read.`, { cause });
    }
  }
  return values;
}
