#!/usr/bin/env node
// `solc` as an executable over the npm package, for the tools that call one (forge, and through it
// halmos). It knows what they ask for: --version and --standard-json.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const compiler = createRequire(import.meta.url)("solc");

/** What an import of a file that the input doesn't carry finds on disk. */
function read(path) {
  try {
    return { contents: readFileSync(path, "utf8") };
  } catch (error) {
    return { error: error.message };
  }
}

const args = process.argv.slice(2);
if (args.includes("--version")) {
  console.log("solc, the solidity compiler commandline interface");
  console.log(`Version: ${compiler.version()}`);
} else if (args.includes("--standard-json")) {
  process.stdout.write(compiler.compile(readFileSync(0, "utf8"), { import: read }));
} else {
  console.error("solc: only --version and --standard-json");
  process.exitCode = 1;
}
