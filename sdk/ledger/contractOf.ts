import { Contract } from "ethers";
import { ledgerInterfaces } from "../events/ledgerInterfaces.ts";
import type { ContractName, ContractTypes } from "./contractTypes.ts";
import type { Ledger } from "./ledger.ts";

/** A contract of the ledger for reading and for encoding calls; it can't send anything. */
export function contractOf<Name extends ContractName>(
  ledger: Pick<Ledger, "deployment" | "provider">,
  name: Name,
): ContractTypes[Name] {
  const runner = {
    provider: null,
    call: ledger.provider.call.bind(ledger.provider),
  };
  const address = ledger.deployment.addresses[name];
  // The generated types and the ABI come from the same interfaces.
  return new Contract(address, ledgerInterfaces[name], runner) as unknown as ContractTypes[Name];
}
