import { getCreateAddress } from "ethers";
import type { LedgerAddresses } from "../../sdk/contracts/deployment.ts";
import { ledgerContracts } from "./ledgerContracts.ts";

/** Where the contracts will be: contracts name each other, so their addresses are known before they exist. */
export function predictAddresses(deployer: string, firstNonce: number): LedgerAddresses {
  const names = Object.keys(ledgerContracts);
  return Object.fromEntries(
    names.map((name, index) => [
      name,
      getCreateAddress({ from: deployer, nonce: firstNonce + index }),
    ]),
  ) as LedgerAddresses;
}
