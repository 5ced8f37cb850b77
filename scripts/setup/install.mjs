import { existsSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bin, root } from "./paths.mjs";
import { runQuietly } from "./runQuietly.mjs";

function readLock(path) {
  try {
    return JSON.parse(readFileSync(join(root, path), "utf8")).packages ?? {};
  } catch {
    return {};
  }
}

/** Whether node_modules is what package-lock.json says, by the list that npm leaves in it when done. */
export function isInstalled() {
  const installed = readLock("node_modules/.package-lock.json");
  const wanted = Object.entries(readLock("package-lock.json"));
  const missing = wanted.find(
    ([path, entry]) =>
      path.includes("node_modules/") &&
      entry.link !== true &&
      entry.optional !== true &&
      installed[path]?.version !== entry.version,
  );
  // npm on an old Node skips Hardhat's native binary without a word.
  const edr = `node_modules/@nomicfoundation/edr-${process.platform}-${process.arch}`;
  const native = Object.keys(installed).some((path) => path.startsWith(edr));
  return missing === undefined && native && existsSync(join(bin, "node"));
}

/** Installs exactly what package-lock.json says, with the Node that it names, whatever Node runs now. */
export async function install() {
  const node = readLock("package-lock.json")["node_modules/node"]?.version;
  if (node === undefined) throw new Error("package-lock.json names no version of node");
  console.error("Installing packages (once; about a minute)");
  // From outside the repository, so that neither npm nor Node runs from the folder that is replaced.
  const npm = ["npm", "ci", "--prefix", root, "--no-audit", "--no-fund", "--loglevel=error"];
  await runQuietly("npm", ["exec", "--yes", `--package=node@${node}`, "--", ...npm], {
    cwd: tmpdir(),
    path: (process.env.PATH ?? "").split(":").filter((part) => !part.includes("node_modules")),
  });
  if (!isInstalled()) throw new Error("npm finished, but packages are missing in node_modules");
}
