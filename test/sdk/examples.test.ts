import { readdirSync, readFileSync } from "node:fs";
import { expect } from "chai";
import * as sdk from "../../sdk/index.ts";

// Folders whose examples need nothing but the SDK; `// => value` states what an expression gives.
const folders = ["documents", "errors", "identity", "money", "settlement", "tags", "time"];
const root = new URL("../../sdk/", import.meta.url);

type Example = { readonly file: string; readonly code: string };

function examplesOf(folder: string): Example[] {
  const directory = new URL(`${folder}/`, root);
  return readdirSync(directory)
    .filter((name) => name.endsWith(".ts"))
    .flatMap((name) => {
      const source = readFileSync(new URL(name, directory), "utf8");
      return [...source.matchAll(/^ *\* @example\n(?<body>(?: *\*(?!\/).*\n)+)/gm)].map(
        (match) => ({
          file: `${folder}/${name}`,
          code: (match.groups?.["body"] ?? "").replace(/^ *\* ?/gm, ""),
        }),
      );
    });
}

/** Turns imports into destructuring and each stated value into an assertion. */
function executable(code: string): string {
  return code
    .replace(/import (\{[^}]*\}) from "@tallystick\/sdk";/g, "const $1 = sdk;")
    .replace(
      /^(?<expression>\S.*?)(?:\n| )\/\/ => (?<value>.*)$/gm,
      "expect($<expression>).to.deep.equal($<value>);",
    );
}

describe("every example in the SDK's documentation", () => {
  const AsyncFunction = (async () => undefined).constructor as unknown as new (
    ...parts: string[]
  ) => (library: typeof sdk, assertion: typeof expect) => Promise<void>;

  for (const { file, code } of folders.flatMap(examplesOf)) {
    it(`${file} gives what it says`, async () => {
      expect(code, "an example states at least one value").to.contain("// =>");
      await new AsyncFunction("sdk", "expect", executable(code))(sdk, expect);
    });
  }

  it("covers every verb of these folders", () => {
    const withoutExample = folders.flatMap((folder) => {
      const documented = new Set(examplesOf(folder).map(({ file }) => file));
      return readdirSync(new URL(`${folder}/`, root))
        .map((name) => `${folder}/${name}`)
        .filter((file) => !documented.has(file))
        .filter((file) =>
          /^export (?:async )?function/m.test(readFileSync(new URL(file, root), "utf8")),
        );
    });
    expect(withoutExample).to.deep.equal([]);
  });
});
