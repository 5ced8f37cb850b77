import type { TypedDataDomain } from "ethers";
import type { LedgerDeployment } from "../ledger/ledger.ts";
import type { signedTypes } from "./signedTypes.ts";
import { signingContract } from "./signingContract.ts";

/** EIP-712 domain of one kind of message on one ledger: a signature holds on no other chain and for no other contract. */
export function signingDomain(
  { chainId, addresses }: Pick<LedgerDeployment, "chainId" | "addresses">,
  kind: keyof typeof signedTypes,
): TypedDataDomain {
  return {
    name: "Tallystick",
    version: "1",
    chainId,
    verifyingContract: addresses[signingContract[kind]],
  };
}
