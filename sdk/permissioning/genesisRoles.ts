import { getAddress } from "ethers";
import { z } from "zod";
import type { AllowListRolesOf } from "./AllowListHistory.ts";
import { allowListRoles } from "./allowListRoles.ts";

const addresses = z
  .array(z.string().regex(/^0x[0-9a-fA-F]{40}$/))
  .nullish()
  .transform((list) => (list ?? []).map((address) => getAddress(address)));

const list = z
  .looseObject({
    adminAddresses: addresses,
    managerAddresses: addresses,
    enabledAddresses: addresses,
  })
  .nullish()
  .transform((config) => {
    const { admin, manager, enabled } = allowListRoles;
    const of = (role: number, names: readonly string[]) =>
      names.map((name): [string, number] => [name, role]);
    return Object.fromEntries([
      ...of(enabled, config?.enabledAddresses ?? []),
      ...of(admin, config?.adminAddresses ?? []),
      ...of(manager, config?.managerAddresses ?? []),
    ]);
  });

const chainConfig = z.looseObject({
  txAllowListConfig: list,
  contractDeployerAllowListConfig: list,
});

/**
 * The lists as the genesis file has them, which no event tells. From the node's `eth_getChainConfig`, or from the genesis
 * file's `config` itself.
 *
 * @throws ZodError when the configuration is none
 */
export function genesisRoles(config: unknown): AllowListRolesOf {
  const { txAllowListConfig, contractDeployerAllowListConfig } = chainConfig.parse(config);
  return { transactions: txAllowListConfig, deployers: contractDeployerAllowListConfig };
}
