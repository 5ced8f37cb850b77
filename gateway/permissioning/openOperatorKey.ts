import { readFile, stat } from "node:fs/promises";
import { Wallet } from "ethers";

/** A key in the open, as a network on one machine keeps it. */
const plainKey = /^0x[0-9a-fA-F]{64}$/;

/**
 * The key that administers the chain's lists: an encrypted Web3 keystore, or 0x and 64 digits in a file that its owner
 * alone may read. Rejects with a sentence that never holds the key.
 */
export async function openOperatorKey(file: string, passphrase: string): Promise<Wallet> {
  const text = (await readFile(file, "utf8")).trim();
  if (!plainKey.test(text)) {
    try {
      return new Wallet((await Wallet.fromEncryptedJson(text, passphrase)).privateKey);
    } catch {
      throw new Error(`${file} holds no key that this passphrase opens.`);
    }
  }
  const { mode } = await stat(file);
  if ((mode & 0o077) === 0) return new Wallet(text);
  throw new Error(`${file} holds a key in the open, so it must be readable by its owner alone.`);
}
