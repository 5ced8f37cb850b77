import { dataLength } from "ethers";
import { chain } from "../../../test/helpers/chain.ts";
import type { Ledger } from "../../../test/helpers/ledgerFixture.ts";

export type ContractSize = { readonly name: string; readonly bytes: number };

/** Bytes of each contract of a ledger, as deployed. */
export async function contractSizes({ deployment }: Ledger): Promise<ContractSize[]> {
  const sizes: ContractSize[] = [];
  for (const [name, address] of Object.entries(deployment.addresses)) {
    const code = await chain.ethers.provider.getCode(address);
    sizes.push({
      name: `${name.charAt(0).toUpperCase()}${name.slice(1)}`,
      bytes: dataLength(code),
    });
  }
  return sizes;
}
