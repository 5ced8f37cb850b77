import { createHash } from "node:crypto";
import { avaxSerial, Credential, Signature, secp256k1, utils } from "@avalabs/avalanchejs";
import { NetworkError } from "../NetworkError.ts";
import { type TransactionFile, transactionFile } from "./transactionFile.ts";

function checked(digest: Uint8Array, address: string, signature: string): Signature {
  const bytes = Buffer.from(signature.slice(2), "hex");
  try {
    const key = secp256k1.recoverPublicKey(digest, bytes);
    const actual = Buffer.from(secp256k1.publicKeyBytesToAddress(key));
    if (actual.equals(utils.bech32ToBytes(address))) return new Signature(bytes);
  } catch {
    // What is no signature at all is as wrong as somebody else's.
  }
  throw new NetworkError(
    "SIGNATURE_WRONG",
    `The signature of ${address} is not of this transaction.`,
  );
}

/**
 * The transaction with all its signatures, each checked.
 *
 * @throws {NetworkError} SIGNATURES_MISSING with whose, SIGNATURE_WRONG
 */
export function completeTransaction(transaction: TransactionFile): avaxSerial.SignedTx {
  const missing = transactionFile.missing(transaction);
  if (missing.length > 0) {
    throw new NetworkError("SIGNATURES_MISSING", `It lacks signatures of ${missing.join(", ")}.`);
  }
  const bytes = Buffer.from(transaction.unsigned.slice(2), "hex");
  const digest = createHash("sha256").update(bytes).digest();
  const credentials = transaction.signers.map((addresses) => {
    const signatures = addresses.map((address) =>
      checked(digest, address, transaction.signatures[address] ?? ""),
    );
    return new Credential(signatures);
  });
  return new avaxSerial.SignedTx(utils.unpackWithManager("PVM", bytes), credentials);
}
