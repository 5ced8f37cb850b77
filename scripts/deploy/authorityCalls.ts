import type { LedgerAddresses } from "../../sdk/contracts/deployment.ts";
import { contractInterface } from "./contractInterface.ts";
import { DeploymentError } from "./DeploymentError.ts";
import { ledgerContracts } from "./ledgerContracts.ts";
import { type ModuleRole, moduleRoles } from "./moduleRoles.ts";

const authority = ledgerContracts.authority.createInterface();

/** Notice, in seconds, of everything that the governance account does. */
const delay = 7 * 24 * 60 * 60;

/** Role of the AccessManager that administers all others. */
const adminRole = 0n;

/** Role that sets the parameters. */
const governorRole = 1n;

function keysOf<Key extends string>(record: Readonly<Partial<Record<Key, unknown>>>): Key[] {
  return Object.keys(record) as Key[];
}

function selectorsOf(role: ModuleRole, name: keyof LedgerAddresses): string[] {
  const contract = contractInterface(name);
  return (role.functions[name] ?? []).map((fn) => {
    const fragment = contract.getFunction(fn);
    if (fragment !== null) return fragment.selector;
    throw new DeploymentError("deployment-function-unknown", `${name} has no function ${fn}.`);
  });
}

function callsOfRole(role: ModuleRole, addresses: LedgerAddresses): string[] {
  return [
    authority.encodeFunctionData("labelRole", [role.id, role.label]),
    ...keysOf(role.functions).map((name) =>
      authority.encodeFunctionData("setTargetFunctionRole", [
        addresses[name],
        selectorsOf(role, name),
        role.id,
      ]),
    ),
    ...role.holders.map((holder) =>
      authority.encodeFunctionData("grantRole", [role.id, addresses[holder], 0]),
    ),
  ];
}

/**
 * What the deployer tells the AccessManager in one transaction: it names the roles, grants them to contracts, puts a
 * delay of 7 days on every further grant, hands administration to `governance` with a notice of 7 days, and renounces.
 */
export function authorityCalls(
  addresses: LedgerAddresses,
  deployer: string,
  governance: string,
): string[] {
  return [
    ...moduleRoles.flatMap((role) => callsOfRole(role, addresses)),
    authority.encodeFunctionData("grantRole", [governorRole, governance, delay]),
    authority.encodeFunctionData("grantRole", [adminRole, governance, delay]),
    ...[adminRole, ...moduleRoles.map(({ id }) => id)].map((id) =>
      authority.encodeFunctionData("setGrantDelay", [id, delay]),
    ),
    ...Object.values(addresses).map((target) =>
      authority.encodeFunctionData("setTargetAdminDelay", [target, delay]),
    ),
    authority.encodeFunctionData("renounceRole", [adminRole, deployer]),
  ];
}
