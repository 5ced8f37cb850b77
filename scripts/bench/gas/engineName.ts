import { createRequire } from "node:module";
import hre from "hardhat";
import { z } from "zod";

/** What ran the transactions, and by which rules. */
export function engineName(): string {
  const manifest: unknown = createRequire(import.meta.url)("hardhat/package.json");
  const { version } = z.object({ version: z.string() }).parse(manifest);
  const network = hre.config.networks["default"];
  const hardfork = network?.type === "edr-simulated" ? network.hardfork : "unknown";
  return `Hardhat ${version} in process, ${hardfork}`;
}
