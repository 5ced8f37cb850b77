import { Interface } from "ethers";
import { ledgerInterfaces } from "../events/ledgerInterfaces.ts";

/** Every error that a call of the ledger can end with, whichever contract inside it refused. */
export const errorInterface: Interface = new Interface([
  "error StringsInsufficientHexLength(uint256 value, uint256 length)",
  ...Object.values(ledgerInterfaces).flatMap((abi) =>
    abi.fragments.filter(({ type }) => type === "error"),
  ),
]);
