import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdir, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { NetworkError } from "../NetworkError.ts";
import { engineDirectory } from "./engineDirectory.ts";
import { engineVersion } from "./engineVersion.ts";
import { findGo } from "./findGo.ts";

/** The programs of a validator. */
export interface Engine {
  readonly node: string;
  /** Holds the EVM under the name of its VM's id, as the node looks for it. */
  readonly pluginDirectory: string;
}

type Tell = (sentence: string) => void;

const pluginSource = join(import.meta.dirname, "..", "plugin");
const PROGRESS_MS = 15_000;
const LAST_LINES = 12;

function engineIn(directory: string): Engine {
  return { node: join(directory, "avalanchego"), pluginDirectory: join(directory, "plugins") };
}

function pluginOf({ pluginDirectory }: Engine): string {
  return join(pluginDirectory, engineVersion.vmId);
}

function isBuilt(engine: Engine): boolean {
  return existsSync(engine.node) && existsSync(pluginOf(engine));
}

/** Runs Go and tells now and then that it still does; answers what it last said where it fails. */
async function runGo(go: string, args: readonly string[], cwd: string, env: object, tell: Tell) {
  const started = performance.now();
  const child = spawn(go, args, {
    cwd,
    env: { ...process.env, GOFLAGS: "-buildvcs=false", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const lines: string[] = [];
  const keep = (part: Buffer): void => {
    lines.push(...part.toString("utf8").split("\n").filter(Boolean));
    lines.splice(0, Math.max(0, lines.length - LAST_LINES));
  };
  child.stdout.on("data", keep);
  child.stderr.on("data", keep);
  const timer = setInterval(() => {
    const seconds = Math.round((performance.now() - started) / 1000);
    tell(`  ${seconds} s: ${lines.at(-1) ?? "compiling"}`);
  }, PROGRESS_MS);
  const [code] = await once(child, "close").finally(() => clearInterval(timer));
  return code === 0 ? undefined : lines.join("\n");
}

async function build(go: string, unfinished: string, tell: Tell): Promise<void> {
  const { avalanchego, subnetEvm } = engineVersion;
  await mkdir(unfinished, { recursive: true });
  tell(`Building the node, avalanchego ${avalanchego}: once, some minutes…`);
  const module = "github.com/ava-labs/avalanchego";
  const run = async (code: string, what: string, args: string[], cwd: string, env = {}) => {
    const said = await runGo(go, args, cwd, env, tell);
    if (said !== undefined) throw new NetworkError(code, `Go could not ${what}:\n${said}`);
  };
  const fetched = ["mod", "download", `${module}@${avalanchego}`];
  await run("ENGINE_NOT_FETCHED", "fetch the engine's sources", fetched, unfinished);
  const node = ["install", "-trimpath", `${module}/main@${avalanchego}`];
  await run("ENGINE_NOT_BUILT", "build the node", node, unfinished, { GOBIN: unfinished });
  const engine = engineIn(unfinished);
  await rename(join(unfinished, "main"), engine.node);
  tell(`Building its EVM, subnet-evm ${subnetEvm}…`);
  const plugin = ["build", "-trimpath", "-o", pluginOf(engine), "."];
  await run("ENGINE_NOT_BUILT", "build the EVM", plugin, pluginSource);
}

/**
 * The engine's programs; built the first time and kept in a cache outside the tree. They are built under another name
 * and get theirs last, so that half an engine is never taken for a whole one.
 *
 * @throws {NetworkError} GO_MISSING, ENGINE_NOT_FETCHED, ENGINE_NOT_BUILT
 */
export async function buildEngine(
  tell: Tell,
  { directory = engineDirectory(), lookForGo = findGo } = {},
): Promise<Engine> {
  const engine = engineIn(directory);
  if (isBuilt(engine)) return engine;
  const go = lookForGo();
  if (go === undefined) {
    const sentence =
      "The engine is built with Go, which isn't installed here: install Go 1.24 or newer (https://go.dev/dl) and try again.";
    throw new NetworkError("GO_MISSING", sentence, 3);
  }
  const unfinished = `${directory}.unfinished-${process.pid}`;
  await mkdir(dirname(directory), { recursive: true });
  try {
    await build(go, unfinished, tell);
    await rename(unfinished, directory).catch((error: unknown) => {
      // Another command built the same engine meanwhile, and its programs are as good.
      if (!isBuilt(engine)) throw error;
    });
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
  return engine;
}
