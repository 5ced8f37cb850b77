import { existsSync, readdirSync } from "node:fs";

/** The files below a folder whose names end so, sorted, relative to the repository. */
export function testFiles(folder: string, ending: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => `${entry.parentPath}/${entry.name}`)
    .filter((path) => !path.includes("node_modules"))
    .sort();
}
