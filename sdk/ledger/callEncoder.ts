import { Contract, ZeroAddress } from "ethers";
import { ledgerInterfaces } from "../events/ledgerInterfaces.ts";
import type { ContractName, ContractTypes } from "./contractTypes.ts";

const encoders = new Map<ContractName, Contract>();

/**
 * A contract of the ledger for nothing but encoding calls: it is nowhere and reads nothing, so one serves all ledgers.
 * Making a contract costs more than encoding a call.
 */
export function callEncoder<Name extends ContractName>(name: Name): ContractTypes[Name] {
  let encoder = encoders.get(name);
  if (encoder === undefined) {
    encoder = new Contract(ZeroAddress, ledgerInterfaces[name]);
    encoders.set(name, encoder);
  }
  // The generated types and the ABI come from the same interfaces.
  return encoder as unknown as ContractTypes[Name];
}
