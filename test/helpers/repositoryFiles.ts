import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";

/** A text file of the repository; the path is relative to its root. */
export interface RepositoryFile {
  readonly path: string;
  readonly text: string;
}

const root = fileURLToPath(new URL("../../", import.meta.url));
const foreign =
  /^(node_modules|dist|generated|artifacts|coverage|test-results|fixtures|cache|cache-.*|\.git|\.tallystick|\.venv.*)$/;
const readable = /\.(ts|tsx|mjs|js|sol|md|json|sh|sql|html|css|yml|toml)$/;

function pathsIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (foreign.test(entry.name)) return [];
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return pathsIn(path);
    return readable.test(entry.name) || path.endsWith(".ci/run") ? [path] : [];
  });
}

/** Every file that people of this repository write, without what is generated, installed or ignored. */
export function repositoryFiles(): RepositoryFile[] {
  return pathsIn(root)
    .map((path) => ({ path: relative(root, path), text: readFileSync(path, "utf8") }))
    .filter(({ path }) => path !== "package-lock.json")
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}
