// node scripts/setup/run.mjs NEED [SCRIPT ARGUMENT...]
// Prepares what a script needs and runs it with the Node of package-lock.json. NEED is one of
//   install    the packages
//   contracts  and the contracts with their types
//   tests      and the contracts of the tests
//   console    packages, contracts and the console
// Works on Node 20 without node_modules, so it uses nothing but Node. Standard output is the script's.
import { spawn } from "node:child_process";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build, isBuilt } from "./build.mjs";
import { install, isInstalled } from "./install.mjs";
import { bin, root } from "./paths.mjs";
import { withLock } from "./withLock.mjs";

const needs = {
  install: [],
  contracts: ["contracts"],
  tests: ["tests"],
  console: ["contracts", "console"],
};

async function prepare(builds) {
  const isReady = () => isInstalled() && builds.every(isBuilt);
  if (isReady()) return;
  await withLock(async () => {
    if (!isInstalled()) await install();
    for (const name of builds) if (!isBuilt(name)) await build(name);
  });
}

function run(script, args) {
  const loader = pathToFileURL(join(root, "node_modules/tsx/dist/loader.mjs")).href;
  const child = spawn(join(bin, "node"), ["--import", loader, join(root, script), ...args], {
    stdio: "inherit",
    env: {
      ...process.env,
      PATH: `${bin}:${process.env.PATH ?? ""}`,
      HARDHAT_DISABLE_TELEMETRY: "true",
    },
  });
  const terminal = process.stdin.isTTY === true;
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
    // Once: npm and the shell may both pass on what one person sent.
    process.once(signal, () => {
      process.on(signal, () => undefined);
      // A terminal sends Ctrl-C to the script as well.
      if (!(terminal && signal === "SIGINT")) child.kill(signal);
    });
  }
  child.on("error", fail);
  child.on("close", (code, signal) => {
    if (signal === null) process.exit(code ?? 1);
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
  });
}

function fail(error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

const [need, script, ...args] = process.argv.slice(2);
const builds = needs[need];
if (builds === undefined) fail(`What to prepare? One of ${Object.keys(needs).join(", ")}`);
try {
  await prepare(builds);
  if (script !== undefined) run(script, args);
} catch (error) {
  fail(error);
}
