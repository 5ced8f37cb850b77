import { createRequire } from "node:module";
import { LedgerError } from "./LedgerError.ts";

/**
 * Path of anvil's own program in the npm package for this platform.
 * Its JavaScript wrapper would be one more process between us and a signal.
 * @throws {LedgerError} NODE_FAILED when the platform's package is not installed.
 */
export function anvilBinary(): string {
  const architecture = process.arch === "x64" ? "amd64" : process.arch;
  const suffix = process.platform === "win32" ? ".exe" : "";
  const name = `@foundry-rs/anvil-${process.platform}-${architecture}`;
  try {
    return createRequire(import.meta.url).resolve(`${name}/bin/anvil${suffix}`);
  } catch (error) {
    throw new LedgerError(
      "NODE_FAILED",
      `The package ${name} is not installed, so there is no node to run. Install without omitting optional packages.`,
      { cause: error },
    );
  }
}
