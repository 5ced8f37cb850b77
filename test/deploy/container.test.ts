import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { importsOf } from "../helpers/importsOf.ts";
import { repositoryFiles } from "../helpers/repositoryFiles.ts";
import { gatewayVariables } from "./gatewayVariables.ts";

const root = join(import.meta.dirname, "..", "..");
const read = (path: string) => readFileSync(join(root, path), "utf8");
type Manifest = Readonly<Record<"dependencies" | "optionalDependencies", Record<string, string>>>;
const manifest = (path: string) => JSON.parse(read(path)) as Manifest;
const lock = JSON.parse(read("package-lock.json")) as {
  packages: Record<string, { version?: string; dev?: boolean }>;
};

type Instruction = { readonly name: string; readonly text: string };
type Stage = { readonly name: string; readonly image: string; readonly steps: Instruction[] };

/** What the file says, continued lines joined, without comments. */
function instructions(): Instruction[] {
  const text = read("deploy/container/Containerfile").replace(/^#.*\n/gm, "");
  const lines = text.replaceAll(/\\\n\s*/g, "").split("\n");
  return lines
    .filter((line) => line.trim() !== "")
    .map((line) => {
      const [name = "", ...rest] = line.trim().split(/\s+/);
      return { name, text: rest.join(" ") };
    });
}

function stagesOf(all: readonly Instruction[]): Stage[] {
  const stages: Stage[] = [];
  for (const step of all) {
    if (step.name !== "FROM") {
      stages.at(-1)?.steps.push(step);
      continue;
    }
    const [image = "", , name = ""] = step.text.split(" ");
    stages.push({ name, image, steps: [] });
  }
  return stages;
}

/** Sources, target and the stage that they come from, of each COPY. */
function copiesIn({ steps }: Stage) {
  return steps
    .filter(({ name }) => name === "COPY")
    .map(({ text }) => {
      const words = text.split(" ");
      const from = words[0]?.startsWith("--from=")
        ? words.shift()?.slice("--from=".length)
        : undefined;
      return { from, sources: words.slice(0, -1), target: words.at(-1) ?? "" };
    });
}

/** Whether the build's context holds a path: everything is left out but what a later line brings back. */
function isSent(path: string): boolean {
  const [first, ...rules] = read(".dockerignore").split("\n").filter(Boolean);
  expect(first).to.equal("**");
  const [top = ""] = path.split("/");
  const isOut = (rule: string) =>
    rule === path || (rule.startsWith("**/") && path.split("/").includes(rule.slice("**/".length)));
  return rules.includes(`!${top}`) && !rules.some(isOut);
}

describe("the gateway's container file", () => {
  const all = instructions();
  const stages = stagesOf(all);
  const last = stages.at(-1);
  if (last === undefined) throw new Error("no stage");

  it("has instructions that container builders know, in stages that are each used", () => {
    const known =
      /^(ARG|FROM|WORKDIR|COPY|RUN|ENV|USER|VOLUME|EXPOSE|STOPSIGNAL|HEALTHCHECK|ENTRYPOINT)$/;
    expect(all.filter(({ name }) => !known.test(name))).to.deep.equal([]);
    expect(stages.map(({ name }) => name)).to.deep.equal(["build", "packages", "gateway"]);
    const used = copiesIn(last).flatMap(({ from }) => from ?? []);
    expect([...new Set(used)].sort()).to.deep.equal(["build", "packages"]);
  });

  it("is built on the Node that the repository is locked to", () => {
    const node = lock.packages["node_modules/node"]?.version;
    expect(all[0]).to.deep.equal({ name: "ARG", text: `NODE_VERSION=${node}` });
    for (const { image } of stages)
      expect(image).to.match(/^docker\.io\/library\/node:\$\{NODE_VERSION\}-/);
  });

  it("copies files that exist, and that are sent to the builder", () => {
    const sources = stages.flatMap(copiesIn).filter(({ from }) => from === undefined);
    const paths = sources.flatMap((copy) => copy.sources);
    expect(paths.length).to.be.greaterThan(10);
    expect(paths.filter((path) => !existsSync(join(root, path)))).to.deep.equal([]);
    expect(paths.filter((path) => !isSent(path))).to.deep.equal([]);
    // What is built or installed on the machine of whoever builds never gets in.
    const made = ["sdk/generated", "gateway/console/dist", "gateway/node_modules", ".tallystick"];
    expect(made.filter(isSent)).to.deep.equal([]);
  });

  it("takes from a stage what was copied, installed or built there", () => {
    const made: Readonly<Record<string, readonly string[]>> = {
      build: ["/build/sdk", "/build/gateway/console/dist"],
      packages: Object.keys(lock.packages)
        .filter((path) => lock.packages[path]?.dev !== true && path.includes("node_modules/"))
        .map((path) => `/packages/${path.replace(/node_modules\/.*/, "node_modules")}`),
    };
    const taken = copiesIn(last).filter(({ from }) => from !== undefined);
    for (const { from = "", sources } of taken)
      for (const source of sources) expect(made[from], source).to.include(source);
    // And leaves no installed folder behind.
    const installed = new Set(made["packages"]);
    const kept = taken.filter(({ from }) => from === "packages").flatMap(({ sources }) => sources);
    expect(kept.sort()).to.deep.equal([...installed].sort());
  });

  it("sets variables that the gateway knows, runs as nobody in particular, and answers for its health", () => {
    const assigned = last.steps
      .filter(({ name }) => name === "ENV")
      .flatMap(({ text }) => text.split(" ").map((pair) => pair.split("=")[0] ?? ""));
    const known = [...gatewayVariables(), "NODE_ENV"];
    expect(assigned.filter((name) => !known.includes(name))).to.deep.equal([]);
    expect(last.steps.find(({ name }) => name === "USER")?.text).to.equal("node");
    const health = last.steps.find(({ name }) => name === "HEALTHCHECK")?.text ?? "";
    const command = JSON.parse(health.replace(/^.*CMD /, "")) as string[];
    expect(command.slice(0, 2)).to.deep.equal(["node", "-e"]);
    const PORT = "1";
    const { status } = spawnSync(process.execPath, command.slice(1), { env: { PORT } });
    expect(status, "nobody answers there").to.equal(1);
  });

  it("has no secrets and no development packages", () => {
    const text = read("deploy/container/Containerfile");
    expect(text).not.to.match(/PASSPHRASE|DATABASE_URL|TOKEN/);
    expect(stages[1]?.steps.map((step) => step.text)).to.include(
      "npm ci --omit=dev --no-audit --no-fund",
    );
    expect(last.steps.filter(({ text: line }) => /\bnpm\b/.test(line))).to.deep.equal([]);
  });

  it("starts what Node runs by itself, with run-time packages alone", () => {
    const entry = last.steps.find(({ name }) => name === "ENTRYPOINT")?.text ?? "";
    const [program, script = ""] = JSON.parse(entry) as string[];
    expect(program).to.equal("node");
    const env = {
      KEYSTORE_PASSPHRASE: "a passphrase",
      DEPLOYMENT_FILE: join(tmpdir(), "none.json"),
    };
    const started = spawnSync(process.execPath, [script], { cwd: root, env, encoding: "utf8" });
    expect(started.stderr).to.contain("There is no deployment file at");

    const files = new Map(repositoryFiles().map((file) => [file.path, file]));
    const reached = new Set<string>([script]);
    const packages = new Set<string>();
    for (const path of reached) {
      const file = files.get(path);
      // Generated types are built in a stage of their own.
      if (file === undefined) continue;
      for (const imported of importsOf(file)) {
        if (/^(sdk|gateway|scripts|test)\//.test(imported)) reached.add(imported);
        else if (!imported.startsWith("node:")) packages.add(imported);
      }
    }
    expect([...reached].filter((path) => !/^(gateway|sdk)\//.test(path))).to.deep.equal([]);
    const declared = ["gateway/package.json", "sdk/package.json"].flatMap((path) => {
      const { dependencies, optionalDependencies = {} } = manifest(path);
      return Object.keys({ ...dependencies, ...optionalDependencies });
    });
    const isDeclared = (name: string) =>
      declared.some((each) => name === each || name.startsWith(`${each}/`));
    expect(packages.size).to.be.greaterThan(10);
    expect([...packages].filter((name) => !isDeclared(name))).to.deep.equal([]);
  });
});
