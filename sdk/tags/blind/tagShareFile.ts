import { computeAddress, decryptKeystoreJson, encryptKeystoreJson } from "ethers";
import { z } from "zod";
import { TagError } from "../../errors/TagError.ts";
import { parseTagShare } from "./parseTagShare.ts";
import type { TagShare } from "./tagShare.ts";

const form = z.strictObject({
  kind: z.literal("tallystick-tag-share"),
  epoch: z.int().positive(),
  index: z.int().positive(),
  publicKey: z.string(),
  keystore: z.string(),
});

/**
 * A share of a tag key as a file holds it: its secret in a keystore like members' keys, scrypt and AES.
 *
 * @example
 * import { generateTagKey, tagShareFile } from "@tallystick/sdk";
 *
 * const urls = ["https://one.example", "https://two.example"];
 * const [share] = generateTagKey({ epoch: 1, threshold: 2, urls }).shares;
 * const text = await tagShareFile.seal(share, "correct horse", 1024);
 * await tagShareFile.open(text, "correct horse") // => share
 */
export const tagShareFile = {
  /** The file's text. `scryptCost` is a power of two; the default takes about a second. A share is a number of 32 bytes below any key's bound, so that a keystore takes it as a key. */
  async seal(share: TagShare, passphrase: string, scryptCost = 131_072): Promise<string> {
    const { epoch, index, publicKey, secret: privateKey } = share;
    const account = { address: computeAddress(privateKey), privateKey };
    const scrypt = { N: scryptCost, r: 8, p: 1 };
    const keystore = await encryptKeystoreJson(account, passphrase, { scrypt });
    const file = { kind: "tallystick-tag-share", epoch, index, publicKey, keystore };
    return `${JSON.stringify(file, null, 2)}\n`;
  },

  /** Throws TagError `tag-share-invalid`, which repeats nothing of the file. */
  async open(text: string, passphrase: string): Promise<TagShare> {
    const parsed = form.safeParse(parseJson(text));
    if (!parsed.success) throw refusal("The file does not hold a share of a tag key.");
    const { epoch, index, publicKey, keystore } = parsed.data;
    const account = await decryptKeystoreJson(keystore, passphrase).catch(() => {
      throw refusal(`The passphrase does not open share ${index} of epoch ${epoch}.`);
    });
    return parseTagShare({ epoch, index, publicKey, secret: account.privateKey });
  },
} as const;

function refusal(sentence: string): TagError {
  return new TagError("tag-share-invalid", sentence);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
