import { cpSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const parts = ["contracts", "sdk", "scripts", "gateway", "test", "package.json"];
const configuration = ["hardhat.config.ts", "tsconfig.json", "tsconfig.base.json"];
const leftOut = /(^|\/)(node_modules|dist|generated)(\/|$)/;

/**
 * A copy of the repository in which contracts may be built otherwise (instrumented, mutated): tests deploy what
 * typechain generated, and that must never mix with the real contracts. It is removed when the process ends.
 */
export function workshop(): string {
  const folder = mkdtempSync(join(tmpdir(), "tallystick-workshop-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  for (const part of [...parts, ...configuration]) {
    cpSync(part, join(folder, part), {
      recursive: true,
      filter: (source) => !leftOut.test(source),
    });
  }
  symlinkSync(resolve("node_modules"), join(folder, "node_modules"));
  return folder;
}
