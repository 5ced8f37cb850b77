import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { bin, root, stamps } from "./paths.mjs";
import { runQuietly } from "./runQuietly.mjs";

const compiler = ["hardhat.config.ts", "scripts/solc", "package-lock.json"];

/** What can be built: from which files, with which command, and a file that shows it was. */
const builds = {
  contracts: {
    from: ["contracts", ...compiler],
    made: "sdk/generated/index.ts",
    command: "hardhat",
    args: ["build", "--no-tests"],
    cwd: ".",
  },
  tests: {
    from: ["contracts", "test/contracts", ...compiler],
    made: "sdk/generated/index.ts",
    command: "hardhat",
    args: ["build"],
    cwd: ".",
  },
  console: {
    from: ["gateway/console", "package-lock.json"],
    made: "gateway/console/dist/index.html",
    command: "vite",
    args: ["build", "--logLevel", "warn"],
    cwd: "gateway/console",
  },
};

function files(path) {
  const full = join(root, path);
  if (!existsSync(full)) return [];
  if (!statSync(full).isDirectory()) return [path];
  return readdirSync(full)
    .filter((name) => name !== "dist" && name !== "node_modules" && !name.endsWith(".test.ts"))
    .sort()
    .flatMap((name) => files(`${path}/${name}`));
}

function digest(paths) {
  const hash = createHash("sha256");
  for (const path of paths.flatMap(files)) {
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(root, path)))
      .update("\0");
  }
  return hash.digest("hex");
}

function stampOf(name) {
  try {
    return readFileSync(join(stamps, name), "utf8");
  } catch {
    return undefined;
  }
}

/** Whether a build is made from the files as they are now. */
export function isBuilt(name) {
  const { from, made } = builds[name];
  return existsSync(join(root, made)) && stampOf(name) === digest(from);
}

/** Builds one of `contracts`, `tests` (contracts with those of the tests) and `console`. */
export async function build(name) {
  const { from, made, command, args, cwd } = builds[name];
  const stamp = digest(from);
  console.error(`Building the ${name === "console" ? "console" : "contracts"}`);
  await runQuietly(join(bin, command), args, {
    cwd: join(root, cwd),
    path: [bin, process.env.PATH ?? ""],
  });
  if (!existsSync(join(root, made))) throw new Error(`${command} finished without ${made}`);
  mkdirSync(stamps, { recursive: true });
  writeFileSync(join(stamps, name), stamp);
  // Whoever built the tests built the contracts.
  if (name === "tests") writeFileSync(join(stamps, "contracts"), digest(builds.contracts.from));
}
