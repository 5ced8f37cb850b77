import { allowListAddresses, allowListRoles } from "@tallystick/sdk";
import { toBeHex, zeroPadValue } from "ethers";
import { artifacts } from "hardhat";

type Rpc = { send(method: string, parameters: unknown[]): Promise<unknown> };

/**
 * Gives a chain of anvil's the two lists that subnet-evm has, kept by a contract that behaves as they do. They say who
 * may send, but anvil takes everyone's transactions all the same.
 */
export async function putAllowLists(rpc: Rpc, operator: string): Promise<void> {
  const { deployedBytecode } = await artifacts.readArtifact("AllowList");
  const slot = zeroPadValue(operator, 32);
  const admin = toBeHex(allowListRoles.admin, 32);
  for (const address of Object.values(allowListAddresses)) {
    await rpc.send("anvil_setCode", [address, deployedBytecode]);
    await rpc.send("anvil_setStorageAt", [address, slot, admin]);
  }
}
