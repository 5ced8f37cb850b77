import { secp256k1, utils } from "@avalabs/avalanchejs";
import { NetworkError } from "../NetworkError.ts";
import { describeTransaction } from "./describeTransaction.ts";
import { platformAddress } from "./platformAddress.ts";
import type { TransactionFile } from "./transactionFile.ts";

function hexOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("hex");
}

/**
 * Adds the signature of one key, 32 bytes in hex, wherever it belongs. Signing again changes nothing.
 *
 * @throws {NetworkError} NOT_A_SIGNER, TRANSACTION_UNKNOWN, COIN_DIVERTED
 */
export async function signTransaction(
  transaction: TransactionFile,
  secret: string,
): Promise<TransactionFile> {
  const bytes = Buffer.from(transaction.unsigned.slice(2), "hex");
  // Nobody signs what this program can't put into words, or what takes the payer's coin away.
  const { change } = describeTransaction(bytes);
  const known = transaction.signers.flat().map((address) => hexOf(utils.bech32ToBytes(address)));
  if (change.some((address) => !known.includes(address.replace(/^0x/, "")))) {
    const sentence = "What is left of the payer's coin would go to somebody who doesn't sign.";
    throw new NetworkError("COIN_DIVERTED", sentence);
  }
  const own = Buffer.from(platformAddress(secret));
  const signer = transaction.signers
    .flat()
    .find((address) => own.equals(utils.bech32ToBytes(address)));
  if (signer === undefined) {
    throw new NetworkError("NOT_A_SIGNER", "The transaction takes no signature of this key.");
  }
  const signature = await secp256k1.sign(bytes, Buffer.from(secret, "hex"));
  const added = { [signer]: `0x${Buffer.from(signature).toString("hex")}` };
  return { ...transaction, signatures: { ...transaction.signatures, ...added } };
}
