import { Interface } from "ethers";
import { creditCertificatesAbi } from "../../sdk/contracts/creditCertificatesAbi.ts";
import type { LedgerAddresses } from "../../sdk/contracts/deployment.ts";
import { ledgerContracts } from "./ledgerContracts.ts";

/** What the contract of that name answers at its address; the credit certificates answer for two bytecodes. */
export function contractInterface(name: keyof LedgerAddresses): Interface {
  return new Interface(
    name === "creditCertificates" ? creditCertificatesAbi : ledgerContracts[name].abi,
  );
}
