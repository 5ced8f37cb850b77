import { TypedDataEncoder, type Wallet } from "ethers";
import { warehouseTypes } from "../../helpers/warehouseTypes.ts";
import type { TestLedger } from "./deployTestLedger.ts";

type Kind = keyof typeof warehouseTypes;
type Message = Readonly<Record<string, unknown>>;

function domainOf({ deployment }: Pick<TestLedger, "deployment">, kind: Kind) {
  const { warehouses, warehouseReceipts } = deployment.addresses;
  return {
    name: "Tallystick",
    version: "1",
    chainId: deployment.chainId,
    verifyingContract: kind === "Count" ? warehouses : warehouseReceipts,
  };
}

/** Signing of counts and of orders for goods beside the gateway. */
export const signStock = {
  sign(ledger: Pick<TestLedger, "deployment">, kind: Kind, wallet: Wallet, message: Message) {
    const types = { [kind]: warehouseTypes[kind] };
    return wallet.signTypedData(domainOf(ledger, kind), types, { ...message });
  },

  /** EIP-712 digest, as the contract that holds a receipt approves a replacement. */
  digest(ledger: Pick<TestLedger, "deployment">, kind: Kind, message: Message): string {
    const types = { [kind]: warehouseTypes[kind] };
    return TypedDataEncoder.hash(domainOf(ledger, kind), types, { ...message });
  },
} as const;
