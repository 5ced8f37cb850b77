import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const folder = join(import.meta.dirname, "..", "..", "gateway", "config");

/** Names of the environment's variables that a gateway reads. */
export function gatewayVariables(): string[] {
  const text = readdirSync(folder)
    .filter((name) => name.endsWith(".ts"))
    .map((name) => readFileSync(join(folder, name), "utf8"))
    .join("\n");
  return [
    ...new Set([...text.matchAll(/^\s+([A-Z][A-Z0-9_]+): /gm)].flatMap(([, name]) => name ?? [])),
  ];
}
