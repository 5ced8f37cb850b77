import { readFile } from "node:fs/promises";
import type { Interface } from "ethers";
import { z } from "zod";
import { fields } from "../openapi/fields.ts";
import type { Ledger } from "./ledger.ts";

const deployment = z.looseObject({
  chainId: z.int().positive(),
  startBlock: z.int().nonnegative().default(0),
  contracts: z.record(z.string(), fields.address),
});

/** Reads what the deployment wrote and gives each contract its ABI. Refuses a file that lacks one of them. */
export async function readDeployment(
  file: string,
  interfaces: Readonly<Record<string, Interface>>,
): Promise<Ledger> {
  const text = await readFile(file, "utf8").catch(() => {
    throw new Error(`There is no deployment file at ${file}. Deploy the ledger first.`);
  });
  const { chainId, startBlock, contracts } = deployment.parse(JSON.parse(text));
  return {
    chainId,
    startBlock,
    contracts: Object.entries(interfaces).map(([name, abi]) => {
      const address = contracts[name];
      if (address === undefined)
        throw new Error(`Deployment file ${file} has no address of ${name}.`);
      return { name, address, interface: abi };
    }),
  };
}
