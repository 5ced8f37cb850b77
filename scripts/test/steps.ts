import type { Step } from "./runStep.ts";
import { testFiles } from "./testFiles.ts";

const solhint = ["solhint", "--max-warnings", "0", "--noPoster"] as const;

/** Formatting and lint; warnings fail. */
const lint: readonly Step[] = [
  { name: "biome", command: ["biome", "check", "--error-on-warnings", "."] },
  { name: "solhint contracts", command: [...solhint, "-c", ".solhint.json", "contracts/**/*.sol"] },
  {
    name: "solhint tests",
    command: [...solhint, "-c", "test/contracts/.solhint.json", "test/contracts/**/*.sol"],
  },
  { name: "prettier", command: ["prettier", "--check", "--log-level", "warn", "."] },
];

const build: Step = {
  name: "build",
  command: [process.execPath, "scripts/setup/run.mjs", "tests"],
};

const types: readonly Step[] = [
  { name: "tsc", command: ["tsc", "-p", "."] },
  { name: "tsc console", command: ["tsc", "-p", "gateway/console"] },
];

const consoleBuild: Step = {
  name: "build console",
  command: [process.execPath, "scripts/setup/run.mjs", "console"],
};

const solidity: Step = {
  name: "fuzz and invariants",
  command: [
    "hardhat",
    "test",
    "solidity",
    "--no-compile",
    "--network",
    "default",
    "--snapshot-check",
  ],
  count: "solidity",
};

const layout: Step = {
  name: "storage layout",
  command: [process.execPath, "--import", "tsx", "scripts/storageLayout.ts", "--check"],
};

/** Mocha on the test files of some folders, in one process. */
function mocha(name: string, files: readonly string[]): Step[] {
  if (files.length === 0) return [];
  return [
    { name, command: ["hardhat", "test", "mocha", "--no-compile", ...files], count: "mocha" },
  ];
}

/** Folder of a test file, with the gateway's business apart: both halves take minutes and run side by side. */
function groupOf(file: string): string {
  const [, folder = "test", inner] = file.split("/");
  if (file.split("/").length === 2) return "house rules";
  return folder === "gateway" && inner === "features" ? "gateway features" : folder;
}

/** One step a folder, those with most files first, so that the last one to end is a short one. */
function suites(): Step[] {
  // What needs a network of validators is played by `npm run test:network`.
  const files = testFiles("test", ".test.ts").filter((path) => !path.startsWith("test/network/"));
  const groups = [...Map.groupBy(files, groupOf)];
  groups.sort(([, some], [, others]) => others.length - some.length);
  return groups.flatMap(([group, files]) => mocha(group, files));
}

/** Everything that `npm test` runs, in rounds; the steps of one round run side by side. */
export function steps(): Step[][] {
  const all = suites();
  // What kills processes and drives browsers gets the machine for itself.
  const alone = all.filter(({ name }) => ["e2e", "console", "faults"].includes(name));
  const shared = all.filter((step) => !alone.includes(step));
  return [
    [build, ...lint],
    [...types, consoleBuild],
    [solidity],
    [layout, ...shared],
    ...alone.map((step) => [step]),
  ].map((round) => [...round]);
}
