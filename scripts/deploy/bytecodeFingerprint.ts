import { concat, keccak256 } from "ethers";
import { ledgerContracts } from "./ledgerContracts.ts";

/**
 * A digest of every contract's creation bytecode: a ledger that was made with another one can't be continued.
 *
 * @returns 32 bytes in hex
 */
export function bytecodeFingerprint(): string {
  return keccak256(
    concat(Object.values(ledgerContracts).map(({ bytecode }) => keccak256(bytecode))),
  );
}
