import { parseTagShare, type TagShare } from "@tallystick/sdk";
import { computeAddress, decryptKeystoreJson, encryptKeystoreJson } from "ethers";
import { z } from "zod";

const form = z.strictObject({
  kind: z.literal("tallystick-tag-share"),
  epoch: z.int().positive(),
  index: z.int().positive(),
  publicKey: z.string(),
  keystore: z.string(),
});

/** A share of a tag key as a file holds it: its secret in a keystore like members' keys, scrypt and AES. */
export const tagShareFile = {
  /** The file's text. A share is a number of 32 bytes below any key's bound, so that a keystore takes it as a key. */
  async seal(share: TagShare, passphrase: string, scryptCost = 131_072): Promise<string> {
    const { epoch, index, publicKey, secret: privateKey } = share;
    const account = { address: computeAddress(privateKey), privateKey };
    const scrypt = { N: scryptCost, r: 8, p: 1 };
    const keystore = await encryptKeystoreJson(account, passphrase, { scrypt });
    const file = { kind: "tallystick-tag-share", epoch, index, publicKey, keystore };
    return `${JSON.stringify(file, null, 2)}\n`;
  },

  /** Throws a sentence that repeats nothing of the file. */
  async open(text: string, passphrase: string): Promise<TagShare> {
    const parsed = form.safeParse(parseJson(text));
    if (!parsed.success) throw new Error("It does not hold a share of a tag key.");
    const { epoch, index, publicKey, keystore } = parsed.data;
    const account = await decryptKeystoreJson(keystore, passphrase).catch(() => {
      throw new Error(`The passphrase does not open share ${index} of epoch ${epoch}.`);
    });
    return parseTagShare({ epoch, index, publicKey, secret: account.privateKey });
  },
} as const;

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
