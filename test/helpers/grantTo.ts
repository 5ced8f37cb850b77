import type { BaseContract, Interface } from "ethers";
import type { Authority } from "../../sdk/contracts/authorityFactory.ts";

/** Lets `holder` call `names` of `target` under `role`, while the deployer still administers. */
export async function grantTo(
  authority: Authority,
  holder: BaseContract | { address: string },
  role: bigint,
  target: BaseContract,
  names: readonly string[],
): Promise<void> {
  const selectors = names.map((name) => selectorOf(target.interface, name));
  await authority.setTargetFunctionRole(await target.getAddress(), selectors, role);
  const account = "address" in holder ? holder.address : await holder.getAddress();
  await authority.grantRole(role, account, 0);
}

function selectorOf(contract: Interface, name: string): string {
  const fragment = contract.getFunction(name);
  if (fragment === null) throw new Error(`there is no function ${name}`);
  return fragment.selector;
}
