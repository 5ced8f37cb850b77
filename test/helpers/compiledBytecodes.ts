import { artifacts } from "hardhat";
import { ledgerContracts } from "../../scripts/deploy/ledgerContracts.ts";
import type { LedgerAddresses } from "../../sdk/contracts/deployment.ts";

/** What Hardhat compiled last, which under `--coverage` counts the lines that run. */
export async function compiledBytecodes(): Promise<Record<keyof LedgerAddresses, string>> {
  const names = Object.keys(ledgerContracts) as (keyof LedgerAddresses)[];
  const compiled = await Promise.all(
    names.map(async (name): Promise<[string, string]> => {
      const artifact = `${name.slice(0, 1).toUpperCase()}${name.slice(1)}`;
      return [name, (await artifacts.readArtifact(artifact)).bytecode];
    }),
  );
  return Object.fromEntries(compiled) as Record<keyof LedgerAddresses, string>;
}
