import type { TypedDataField } from "ethers";

/** The EIP-712 type that a settlement bank signs, spelled out apart from the contract. */
export const attestationTypes: Record<string, TypedDataField[]> = {
  Attestation: [
    { name: "instruction", type: "uint256" },
    { name: "outcome", type: "uint8" },
    { name: "bank", type: "uint32" },
    { name: "payerAccount", type: "bytes32" },
    { name: "payeeAccount", type: "bytes32" },
    { name: "amount", type: "uint72" },
    { name: "currency", type: "bytes3" },
    { name: "bankReference", type: "bytes32" },
    { name: "valueDay", type: "uint16" },
    { name: "receiptDigest", type: "bytes32" },
    { name: "deadline", type: "uint256" },
    { name: "epoch", type: "uint32" },
  ],
};
