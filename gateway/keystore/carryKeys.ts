import { decryptKeystoreJson, encryptKeystoreJson, getAddress } from "ethers";
import { ProblemError } from "../errors/problemError.ts";
import { createKeystore, type KeystoreOptions } from "./createKeystore.ts";
import { nativeScrypt } from "./nativeScrypt.ts";

async function opened(json: string, passphrase: string) {
  nativeScrypt();
  try {
    return await decryptKeystoreJson(json, passphrase);
  } catch {
    throw new ProblemError("signer-failed", "The keystore does not open with this passphrase.");
  }
}

/** Brings keys into the gateway's keystore and out of it, encrypted both times. */
export const carryKeys = {
  /** Takes a Web3 keystore (JSON) for a member; answers its account. */
  async in(options: KeystoreOptions, memberId: number, json: string, passphrase: string) {
    const { privateKey } = await opened(json, passphrase);
    return createKeystore(options).add(memberId, privateKey);
  },

  /** A Web3 keystore (JSON) of an account's key under another passphrase. */
  async out(options: KeystoreOptions, account: string, passphrase: string): Promise<string> {
    const [row] = await options.database.query<{ encrypted: string }>(
      "SELECT encrypted FROM local.keystore WHERE address = $1",
      [account.toLowerCase()],
    );
    if (row === undefined) {
      const detail = `The keystore does not hold account ${getAddress(account.toLowerCase())}.`;
      throw new ProblemError("signer-missing", detail);
    }
    const key = await opened(row.encrypted, options.passphrase);
    const scrypt = { N: options.scryptCost ?? 131_072, r: 8, p: 1 };
    return encryptKeystoreJson(key, passphrase, { scrypt });
  },
} as const;
