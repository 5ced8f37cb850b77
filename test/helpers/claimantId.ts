import { toBeHex } from "ethers";

/** How `ClaimantId` names an asset: 20 bytes of its contract, 12 of its id. */
export function claimantId(keeper: string, id: bigint): string {
  return toBeHex((BigInt(keeper) << 96n) | id, 32);
}
