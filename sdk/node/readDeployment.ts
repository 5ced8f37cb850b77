import { readFile } from "node:fs/promises";
import { isAddress } from "ethers";
import { z } from "zod";
import { DeploymentUnreadableError } from "../errors/DeploymentUnreadableError.ts";
import { ledgerInterfaces } from "../events/ledgerInterfaces.ts";
import type { ContractName } from "../ledger/contractTypes.ts";
import type { LedgerDeployment } from "../ledger/ledger.ts";

const address = z.string().refine(isAddress, "is not an address");
const names = Object.keys(ledgerInterfaces) as ContractName[];
const addresses = z.object(
  Object.fromEntries(names.map((name) => [name, address])) as Record<ContractName, typeof address>,
);
const form = z.union([
  z.object({ chainId: z.int().positive(), block: z.int().nonnegative(), addresses }),
  // What gateways read calls two of them by other names.
  z
    .object({
      chainId: z.int().positive(),
      startBlock: z.int().nonnegative().default(0),
      contracts: addresses,
    })
    .transform(({ chainId, startBlock, contracts }) => ({
      chainId,
      block: startBlock,
      addresses: contracts,
    })),
]);

/**
 * Where a ledger is, from the JSON file that its deployment wrote.
 *
 * @throws DeploymentUnreadableError when there is no such file, or it says something else
 */
export async function readDeployment(file: string): Promise<LedgerDeployment> {
  try {
    return form.parse(JSON.parse(await readFile(file, "utf8")));
  } catch (cause) {
    throw new DeploymentUnreadableError(`${file} does not say where a ledger is.`, { cause });
  }
}
