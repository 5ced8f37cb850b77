import type { Party } from "../ledgerFixture.ts";
import { warehouseTypes } from "../warehouseTypes.ts";
import type { Scene } from "./scene.ts";

/** A party's signature over a count or an order about receipts. */
export async function signStock(
  { deployment }: Pick<Scene, "deployment">,
  kind: keyof typeof warehouseTypes,
  { account }: Party,
  message: Readonly<Record<string, unknown>>,
): Promise<string> {
  const { warehouses, warehouseReceipts } = deployment.addresses;
  const domain = {
    name: "Tallystick",
    version: "1",
    chainId: deployment.chainId,
    verifyingContract: kind === "Count" ? warehouses : warehouseReceipts,
  };
  return await account.signTypedData(domain, { [kind]: warehouseTypes[kind] }, { ...message });
}
