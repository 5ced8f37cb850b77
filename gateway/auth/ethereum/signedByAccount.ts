import { dataLength, hashMessage, Interface, isHexString, verifyMessage } from "ethers";
import type { Rpc } from "../../chain/rpc.ts";
import { rpcError } from "../../chain/rpcError.ts";
import { ProblemError } from "../../errors/problemError.ts";

const erc1271 = new Interface([
  "function isValidSignature(bytes32 hash, bytes signature) view returns (bytes4)",
]);
const VALID = "0x1626ba7e";
/** A foreign contract answers; it gets no more gas than checking signatures needs. */
const GAS_CAP = "0x7a120";
const MAXIMUM_SIGNATURE_BYTES = 8_192;

function recovers(account: string, message: string, signature: string): boolean {
  try {
    return verifyMessage(message, signature) === account;
  } catch {
    return false;
  }
}

async function contractAccepts(rpc: Rpc, account: string, message: string, signature: string) {
  const data = erc1271.encodeFunctionData("isValidSignature", [hashMessage(message), signature]);
  try {
    const answer = await rpc.send("eth_call", [{ to: account, data, gas: GAS_CAP }, "latest"]);
    // Exactly one word whose rest is empty: an account that answers anything to everything doesn't sign.
    return answer === VALID.padEnd(66, "0");
  } catch (error) {
    // What the node answered is about the account: it reverted. Silence is about the node.
    if (rpcError(error).answered) return false;
    throw new ProblemError("ledger-unreachable", "The ledger's node does not answer.");
  }
}

/** Whether an account, a key's or a smart one (ERC-1271), signed a text (EIP-191). Problem when the node is silent. */
export async function signedByAccount(
  rpc: Rpc,
  account: string,
  message: string,
  signature: string,
): Promise<boolean> {
  if (!isHexString(signature) || dataLength(signature) > MAXIMUM_SIGNATURE_BYTES) return false;
  if (recovers(account, message, signature)) return true;
  const code = await rpc.send("eth_getCode", [account, "latest"]);
  if (code === "0x") return false;
  return contractAccepts(rpc, account, message, signature);
}
