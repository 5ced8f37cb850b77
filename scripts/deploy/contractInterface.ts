import { Interface } from "ethers";
import { creditCertificatesAbi } from "../../sdk/contracts/creditCertificatesAbi.ts";
import type { LedgerAddresses } from "../../sdk/contracts/deployment.ts";
import { warehouseReceiptsAbi } from "../../sdk/contracts/warehouseReceiptsAbi.ts";
import { ledgerContracts } from "./ledgerContracts.ts";

/** What the contract of that name answers at its address; both split tokens answer for two bytecodes. */
export function contractInterface(name: keyof LedgerAddresses): Interface {
  if (name === "creditCertificates") return new Interface(creditCertificatesAbi);
  if (name === "warehouseReceipts") return new Interface(warehouseReceiptsAbi);
  return new Interface(ledgerContracts[name].abi);
}
