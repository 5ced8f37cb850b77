import { dirname, join, normalize } from "node:path";
import type { RepositoryFile } from "./repositoryFiles.ts";

const patterns = [
  /(?:^|\n)\s*(?:import|export)\s[^"';]*?from\s+["']([^"']+)["']/g,
  /(?:^|\n)\s*import\s+["']([^"']+)["']/g,
  /\bimport\(\s*["']([^"']+)["']\s*\)/g,
  /new URL\(\s*["'](\.[^"']+)["']\s*,\s*import\.meta\.url/g,
];

/** What a file imports: packages by name, the repository's own files by their path from its root. */
export function importsOf({ path, text }: RepositoryFile): string[] {
  const specifiers = patterns.flatMap((pattern) =>
    [...text.matchAll(pattern)].flatMap(([, specifier]) => specifier ?? []),
  );
  return specifiers.map((specifier) => {
    if (specifier === "@tallystick/sdk") return "sdk/index.ts";
    if (specifier === "@tallystick/sdk/node") return "sdk/node.ts";
    if (!specifier.startsWith(".")) return specifier;
    return normalize(join(dirname(path), specifier));
  });
}
