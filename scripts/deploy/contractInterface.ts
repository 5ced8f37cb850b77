import { Interface } from "ethers";
import type { LedgerAddresses } from "../../sdk/contracts/deployment.ts";
import { ledgerContracts } from "./ledgerContracts.ts";

/** What the contract of that name answers at its address; the credit certificates answer for two bytecodes. */
export function contractInterface(name: keyof LedgerAddresses): Interface {
  const { abi } = ledgerContracts[name];
  if (name !== "creditCertificates") return new Interface(abi);
  const known = new Set<string>();
  const fragments = [...abi, ...ledgerContracts.certificateSettlement.abi].filter((fragment) => {
    const text = JSON.stringify(fragment);
    return !known.has(text) && known.add(text);
  });
  return new Interface(fragments);
}
