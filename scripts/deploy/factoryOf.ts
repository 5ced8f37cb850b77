import type { LedgerAddresses } from "../../sdk/contracts/deployment.ts";
import type { LedgerOptions } from "./LedgerOptions.ts";
import { ledgerContracts } from "./ledgerContracts.ts";

/** The factory of one contract, with the bytecode that was asked for. */
export function factoryOf<Name extends keyof LedgerAddresses>(
  { deployer, bytecodes }: LedgerOptions,
  name: Name,
) {
  const { abi, bytecode } = ledgerContracts[name];
  const factory = new ledgerContracts[name](abi, bytecodes?.[name] ?? bytecode, deployer);
  return factory as InstanceType<(typeof ledgerContracts)[Name]>;
}
