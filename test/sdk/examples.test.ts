import { readdirSync, readFileSync } from "node:fs";
import { expect } from "chai";
import * as sdk from "../../sdk/index.ts";
import { chain } from "../helpers/chain.ts";
import { sdkLedger } from "../helpers/sdkLedger.ts";
import { sdkLiens } from "../helpers/sdkLiens.ts";
import { sdkPayments } from "../helpers/sdkPayments.ts";
import { sdkScene } from "../helpers/sdkScene.ts";
import { sdkWarehouse } from "../helpers/sdkWarehouse.ts";

// `// => value` states what an expression gives. Examples that use one of these names run on a ledger of their own, with
// the accounts of every actor and a `scene` of what happened before.
const usesLedger = /\b(scene|who|signers|deployment|provider)\b/;
const root = new URL("../../sdk/", import.meta.url);
const elsewhere = /^(generated|contracts|dist|node_modules)\//;

type Example = { readonly file: string; readonly code: string };

const sources = readdirSync(root, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".ts") && file.includes("/") && !elsewhere.test(file))
  .sort()
  .map((file) => ({ file, source: readFileSync(new URL(file, root), "utf8") }));

const examples: readonly Example[] = sources.flatMap(({ file, source }) =>
  [...source.matchAll(/^ *\* @example\n(?<body>(?: *\*(?!\/).*\n)+)/gm)].map((match) => ({
    file,
    code: (match.groups?.["body"] ?? "").replace(/^ *\* ?/gm, ""),
  })),
);

/** Turns imports into destructuring and each stated value into an assertion. */
function executable(code: string): string {
  return code
    .replace(/import (\{[^}]*\}) from "@tallystick\/sdk";/g, "const $1 = sdk;")
    .replace(
      /^(?<expression>\S.*?)(?:\n| )\/\/ => (?<value>.*)$/gm,
      "expect($<expression>).to.deep.equal($<value>);",
    );
}

const AsyncFunction = (async () => undefined).constructor as unknown as new (
  ...parts: string[]
) => (...values: readonly unknown[]) => Promise<void>;

async function run(code: string, scope: Readonly<Record<string, unknown>>): Promise<void> {
  await new AsyncFunction(...Object.keys(scope), executable(code))(...Object.values(scope));
}

/** A file that nothing but the SDK itself uses, so that nobody looks its examples up. */
function isPublic(file: string): boolean {
  const index = readFileSync(new URL("index.ts", root), "utf8");
  const noun = /^actions\/[^/]+\//.exec(file)?.[0];
  if (noun === undefined) return index.includes(`export * from "./${file}"`);
  const listed = readFileSync(new URL(`${noun}index.ts`, root), "utf8");
  return listed.includes(`export * from "./${file.slice(noun.length)}"`);
}

/** The ledger before anything happened on it, as each actor sees it. */
async function exampleLedger() {
  const ledger = await sdkLedger();
  return { ledger, scope: { ...ledger.as, ...ledger } };
}

describe("every example in the SDK's documentation", () => {
  for (const { file, code } of examples) {
    it(`${file} gives what it says`, async () => {
      expect(code, "an example states at least one value").to.contain("// =>");
      if (!file.startsWith("actions/") && !usesLedger.test(code)) return run(code, { sdk, expect });
      const { ledger, scope } = await chain.networkHelpers.loadFixture(exampleLedger);
      const before = sdkScene(ledger);
      const warehouse = sdkWarehouse(ledger, before);
      const paid = { ...before, ...sdkPayments(ledger, before) };
      const scene = { ...paid, warehouse, lien: sdkLiens(ledger, paid, warehouse) };
      return run(code, { ...scope, sdk, expect, scene });
    });
  }

  it("covers every function that the SDK offers", () => {
    const documented = new Set(examples.map(({ file }) => file));
    const withoutExample = sources
      .filter(({ file, source }) => isPublic(file) && /^export (?:async )?function/m.test(source))
      .filter(({ file }) => !documented.has(file));
    expect(withoutExample.map(({ file }) => file)).to.deep.equal([]);
  });
});
