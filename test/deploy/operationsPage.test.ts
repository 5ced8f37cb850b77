import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { Command } from "commander";
import { networkCommand } from "../../scripts/network/networkCommand.ts";
import { auditCommand } from "../../scripts/tally/audit/auditCommand.ts";
import { auditLogCommand } from "../../scripts/tally/auditLogCommand.ts";
import { backupCommand } from "../../scripts/tally/backupCommand.ts";
import { deployCommand } from "../../scripts/tally/deploy/deployCommand.ts";
import { evidenceCommand } from "../../scripts/tally/evidence/evidenceCommand.ts";
import { keysCommand } from "../../scripts/tally/keysCommand.ts";
import { keystoreCommand } from "../../scripts/tally/keystoreCommand.ts";
import { networkCommand as tallyNetworkCommand } from "../../scripts/tally/network/networkCommand.ts";
import { restoreCommand } from "../../scripts/tally/restoreCommand.ts";
import { tagsCommand } from "../../scripts/tally/tagsCommand.ts";
import { gatewayVariables } from "./gatewayVariables.ts";

const root = join(import.meta.dirname, "..", "..");
const read = (path: string) => readFileSync(join(root, path), "utf8");
const page = read("docs/operations.md");
const alarms = read("deploy/prometheus/alerts.yml");
const dashboard = JSON.parse(read("deploy/grafana/tallystick.json")) as {
  readonly panels: readonly {
    readonly id: number;
    readonly gridPos: Readonly<Record<"x" | "y" | "w" | "h", number>>;
    readonly targets: readonly { readonly expr: string }[];
  }[];
};

/** Every alarm with what stands below its name. */
function rules(): { readonly name: string; readonly text: string }[] {
  return alarms
    .split(/^ {6}- alert: /m)
    .slice(1)
    .map((text) => ({ name: text.slice(0, text.indexOf("\n")), text }));
}

function expressionOf(text: string): string {
  return /^ {8}expr: (.*)$/m.exec(text)?.[1] ?? "";
}

/** Whether the brackets of an expression close in the order in which they opened. */
function isBalanced(expression: string): boolean {
  const open: string[] = [];
  const pairs: Readonly<Record<string, string>> = { ")": "(", "]": "[", "}": "{" };
  for (const letter of expression.replace(/"[^"]*"/g, "")) {
    if ("([{".includes(letter)) open.push(letter);
    else if (letter in pairs && open.pop() !== pairs[letter]) return false;
  }
  return open.length === 0;
}

/** Whether a command line's words name a verb that does something, and options that it has. */
function isKnown(program: Command, text: string): boolean {
  const words = text.split(" ");
  let verb = program;
  for (const word of words) {
    const next = verb.commands.find((command) => command.name() === word);
    if (next === undefined) break;
    verb = next;
  }
  const known = verb.options.map(({ long }) => long);
  const options = words.filter((word) => word.startsWith("--"));
  const isVerb = verb !== program && verb.commands.length === 0;
  return isVerb && options.every((option) => known.includes(option));
}

describe("the page for those who run a network", () => {
  it("says of each alarm what it means and what to do, and of no other one", () => {
    const names = rules().map(({ name }) => name);
    expect(names.length).to.be.greaterThan(20);
    expect(new Set(names).size).to.equal(names.length);
    const rows = page.split("\n").filter((line) => line.startsWith("| `Tallystick"));
    const told = rows.flatMap((line) => line.split("|")[1]?.match(/Tallystick\w+/g) ?? []);
    expect(told.sort()).to.deep.equal(names.sort());
    for (const row of rows) expect(row.split(/(?<!\\)\|/)).to.have.length(5);
  });

  it("goes with alarms for what stops a network or makes it prove less", () => {
    const conditions: Readonly<Record<string, RegExp>> = {
      TallystickChainHalted: /tallystick_chain_head_age_seconds/,
      TallystickValidatorDown: /tallystick_endpoint_error_streak/,
      TallystickStakeEnds: /tallystick_validator_end_timestamp_seconds/,
      TallystickProofCoverageLow: /tallystick_block_proof_coverage/,
      TallystickAllowListDrift: /tallystick_permission_findings/,
      TallystickOutboxOld: /tallystick_outbox_oldest_seconds/,
      TallystickProjectionBehind: /tallystick_projection_lag_blocks/,
    };
    const found = new Map(rules().map(({ name, text }) => [name, expressionOf(text)]));
    for (const [name, metric] of Object.entries(conditions))
      expect(found.get(name), name).to.match(metric);
  });

  it("goes with rules that are whole: an expression, a severity and a sentence each", () => {
    for (const { name, text } of rules()) {
      expect(isBalanced(expressionOf(text)), name).to.equal(true);
      expect(text, name).to.match(/labels: \{ severity: (critical|warning) \}/);
      expect(text, name).to.match(/\n {10}summary: "?[A-Z].*\.( |"?\n)/);
    }
  });

  it("goes with a dashboard whose panels don't lie over each other", () => {
    const { panels } = dashboard;
    expect(new Set(panels.map(({ id }) => id)).size).to.equal(panels.length);
    const cells = panels.flatMap(({ gridPos: { x, y, w, h } }) =>
      Array.from({ length: w * h }, (_, at) => `${x + (at % w)},${y + Math.floor(at / w)}`),
    );
    expect(new Set(cells).size).to.equal(cells.length);
    for (const { expr } of panels.flatMap(({ targets }) => targets))
      expect(isBalanced(expr), expr).to.equal(true);
    const network = panels.flatMap(({ targets }) => targets.map(({ expr }) => expr)).join("\n");
    for (const metric of ["endpoint_head_block", "chain_head_block", "block_proof_coverage"])
      expect(network).to.contain(`tallystick_${metric}`);
  });

  it("names commands, files and variables that exist", () => {
    const { scripts } = JSON.parse(read("package.json")) as { scripts: Record<string, string> };
    const run = [...page.matchAll(/npm run (?:-s )?([a-z:-]+)/g)].map(([, name]) => name ?? "");
    expect(run.length).to.be.greaterThan(20);
    expect([...new Set(run)].filter((name) => !(name in scripts))).to.deep.equal([]);
    const verbs = networkCommand().commands.map((command) => command.name());
    const used = [...page.matchAll(/npm run network -- ([a-z]+)/g)].map(([, verb]) => verb ?? "");
    expect(used.filter((verb) => !verbs.includes(verb))).to.deep.equal([]);
    const links = [...page.matchAll(/\]\(((?:reference|adr)\/[^)#]+)/g)].map(([, path]) => path);
    const files = [...page.matchAll(/`(deploy\/[a-z/.-]+)`/gi)].map(([, path]) => path);
    const missing = [...links.map((path) => `docs/${path}`), ...files].filter(
      (path) => path === undefined || !existsSync(join(root, path)),
    );
    expect(missing).to.deep.equal([]);
    const set = [...page.matchAll(/^([A-Z_]+)=/gm)].map(([, name]) => name ?? "");
    const known = [...gatewayVariables(), "TALLYSTICK_TOKEN"];
    expect(set.filter((name) => !known.includes(name))).to.deep.equal([]);
  });

  it("uses verbs and options of the command line that exist", () => {
    const tally = new Command().addCommand(auditCommand()).addCommand(auditLogCommand());
    tally.addCommand(backupCommand()).addCommand(restoreCommand()).addCommand(evidenceCommand());
    tally.addCommand(keysCommand()).addCommand(keystoreCommand()).addCommand(tagsCommand());
    tally.addCommand(tallyNetworkCommand()).addCommand(deployCommand());
    const own = [...page.matchAll(/(?:npm run -s tally --|tally) ([a-z][^`\n]*)/g)];
    const network = [...page.matchAll(/npm run network -- ([a-z][^`\n]*)/g)];
    expect([own.length > 8, network.length > 15]).to.deep.equal([true, true]);
    expect(own.filter(([, text = ""]) => !isKnown(tally, text))).to.deep.equal([]);
    expect(network.filter(([, text = ""]) => !isKnown(networkCommand(), text))).to.deep.equal([]);
    const suites = [...page.matchAll(/test:faults -- (\w+)/g)].map(([, name]) => name ?? "");
    expect(
      suites.filter((name) => !existsSync(join(root, `test/faults/${name}.test.ts`))),
    ).to.deep.equal([]);
  });

  it("has a heading for each of its own links", () => {
    const anchor = (heading: string) => heading.toLowerCase().replaceAll(" ", "-");
    const headings = [...page.matchAll(/^#+ (.*)$/gm)].map(([, text]) => anchor(text ?? ""));
    const links = [...page.matchAll(/\]\(#([^)]+)\)/g)].map(([, name]) => name ?? "");
    expect(links.filter((name) => !headings.includes(name))).to.deep.equal([]);
  });
});
