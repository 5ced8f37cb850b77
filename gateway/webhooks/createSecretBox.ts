import { createCipheriv, createDecipheriv, randomBytes, scrypt } from "node:crypto";
import type { Database } from "../database/database.ts";

/** Keeps secrets that must be read again, unlike passwords: an HMAC needs its key. */
export interface SecretBox {
  /** Encrypts under the gateway's passphrase. `owner` is bound to it: a sealed secret opens for no other row. */
  seal(secret: string, owner: string): Promise<string>;
  open(sealed: string, owner: string): Promise<string>;
}

/** What a box is made of. */
export interface SecretBoxOptions {
  readonly database: Database;
  readonly passphrase: string;
  /** scrypt's cost N, a power of two. */
  readonly scryptCost: number;
}

const BLOCK_SIZE = 8;
const KEY_BYTES = 32;
const IV_BYTES = 12;
const TAG_BYTES = 16;

async function saltOf(database: Database): Promise<Buffer> {
  const fresh = randomBytes(16).toString("base64");
  await database.query("INSERT INTO local.seal_salt (salt) VALUES ($1) ON CONFLICT DO NOTHING", [
    fresh,
  ]);
  const [row] = await database.query<{ salt: string }>("SELECT salt FROM local.seal_salt");
  return Buffer.from(row?.salt ?? fresh, "base64");
}

async function deriveKey(options: SecretBoxOptions): Promise<Buffer> {
  const { database, passphrase, scryptCost: N } = options;
  const salt = await saltOf(database);
  const { promise, resolve, reject } = Promise.withResolvers<Buffer>();
  // scrypt takes 128 * N * r bytes, and Node asks for a limit above it.
  const cost = { N, r: BLOCK_SIZE, p: 1, maxmem: 256 * N * BLOCK_SIZE };
  scrypt(passphrase, salt, KEY_BYTES, cost, (error, key) => (error ? reject(error) : resolve(key)));
  return promise;
}

/** A box over one salt of the database, its key derived once, at first use. AES-256-GCM. */
export function createSecretBox(options: SecretBoxOptions): SecretBox {
  let key: Promise<Buffer> | undefined;
  const currentKey = (): Promise<Buffer> => {
    key ??= deriveKey(options);
    key.catch(() => {
      key = undefined;
    });
    return key;
  };
  return {
    async seal(secret, owner) {
      const iv = randomBytes(IV_BYTES);
      const cipher = createCipheriv("aes-256-gcm", await currentKey(), iv);
      cipher.setAAD(Buffer.from(owner));
      const parts = [iv, cipher.update(secret, "utf8"), cipher.final(), cipher.getAuthTag()];
      return Buffer.concat(parts).toString("base64");
    },
    async open(sealed, owner) {
      const bytes = Buffer.from(sealed, "base64");
      const iv = bytes.subarray(0, IV_BYTES);
      const decipher = createDecipheriv("aes-256-gcm", await currentKey(), iv);
      decipher.setAAD(Buffer.from(owner));
      decipher.setAuthTag(bytes.subarray(bytes.length - TAG_BYTES));
      const body = bytes.subarray(IV_BYTES, bytes.length - TAG_BYTES);
      return Buffer.concat([decipher.update(body), decipher.final()]).toString("utf8");
    },
  };
}
