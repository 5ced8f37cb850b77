import { createHash, scrypt } from "node:crypto";
import { BackupError } from "./backupError.ts";

const MAGIC = "tallystick-backup 1";
const MAXIMUM_COST = 1_048_576;
const BLOCK_SIZE = 8;

/** How a backup's key is made of the passphrase. */
export interface SealTerms {
  readonly cost: number;
  readonly salt: string;
}

/** A key for one file alone, and what binds each of its frames to its head. */
export interface SealKey {
  readonly key: Buffer;
  readonly bound: Buffer;
}

/** Head and key of a sealed file. The salt is new for each file, so that a frame's number can be its nonce. */
export const sealKey = {
  head({ cost, salt }: SealTerms): string {
    return `${MAGIC} ${cost} ${salt}\n`;
  },

  /** @throws BackupError for a head that no backup has. */
  read(head: string): SealTerms {
    const match = /^tallystick-backup 1 (\d{1,7}) ([0-9a-f]{64})$/.exec(head);
    const [, cost = "", salt = ""] = match ?? [];
    const power = Math.log2(Number(cost));
    if (match === null || power < 1 || !Number.isInteger(power) || Number(cost) > MAXIMUM_COST)
      throw new BackupError("This is no backup of a gateway.");
    return { cost: Number(cost), salt };
  },

  async derive(passphrase: string, terms: SealTerms): Promise<SealKey> {
    const { promise, resolve, reject } = Promise.withResolvers<Buffer>();
    const maxmem = 256 * terms.cost * BLOCK_SIZE;
    const cost = { N: terms.cost, r: BLOCK_SIZE, p: 1, maxmem };
    scrypt(passphrase, Buffer.from(terms.salt, "hex"), 32, cost, (error, key) => {
      if (error === null) resolve(key);
      else reject(error);
    });
    const bound = createHash("sha256").update(sealKey.head(terms)).digest();
    return { key: await promise, bound };
  },

  /** 96 bits: the frame's number, and whether it is the last one, so that none can be cut off or moved. */
  nonce(frame: number, isLast: boolean): Buffer {
    const nonce = Buffer.alloc(12);
    nonce.writeUIntBE(frame, 5, 6);
    nonce.writeUInt8(isLast ? 1 : 0, 11);
    return nonce;
  },
} as const;
