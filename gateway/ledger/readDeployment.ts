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

function parse(text: string, file: string): z.output<typeof deployment> {
  try {
    return deployment.parse(JSON.parse(text));
  } catch {
    const shape = "JSON with chainId, startBlock and contracts' addresses by name";
    throw new Error(`Deployment file ${file} is not ${shape}.`);
  }
}

/** Reads what the deployment wrote and gives each contract its ABI. Refuses a file that lacks one of them. */
export async function readDeployment(
  file: string,
  interfaces: Readonly<Record<string, Interface>>,
): Promise<Ledger> {
  const text = await readFile(file, "utf8").catch(() => {
    throw new Error(`There is no deployment file at ${file}. Deploy the ledger first.`);
  });
  const { chainId, startBlock, contracts } = parse(text, file);
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
