import type { FunctionFragment } from "ethers";
import { contractInterface } from "../../../scripts/deploy/contractInterface.ts";
import { ledgerContracts } from "../../../scripts/deploy/ledgerContracts.ts";
import type { ContractName } from "./probe.ts";

/** Functions of a contract that change state: by name, or by signature where a name stands for several. */
function functionsOf(name: ContractName): string[] {
  const contract = contractInterface(name);
  const all: FunctionFragment[] = [];
  contract.forEachFunction((fragment) => all.push(fragment));
  const changing = all
    .filter(({ constant }) => !constant)
    .map((fragment) => {
      const overloaded = all.filter((other) => other.name === fragment.name).length > 1;
      return overloaded ? fragment.format("sighash") : fragment.name;
    });
  return contract.fallback ? [...changing, "fallback"] : changing;
}

/** Every function that changes state, per contract, from what the compiler says. */
export function stateChangingFunctions(): Record<ContractName, string[]> {
  const names = Object.keys(ledgerContracts) as ContractName[];
  return Object.fromEntries(names.map((name) => [name, functionsOf(name)])) as Record<
    ContractName,
    string[]
  >;
}
