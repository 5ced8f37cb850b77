import { id } from "ethers";

/** Who operates a ledger that this machine runs by itself; member 1. */
export const firstOperator = {
  name: "Lanshan Ledger Operations",
  nameZh: "岚山账本运营",
  party: { scheme: "local", id: "LANSHAN-OPERATIONS" },
  settlementAccount: { bank: "NONE", number: "NONE" },
  salt: id("the operator's identity is public"),
} as const;
