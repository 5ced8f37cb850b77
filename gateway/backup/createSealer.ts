import { createCipheriv, randomBytes } from "node:crypto";
import { gzipSync } from "node:zlib";
import { sealKey } from "./sealKey.ts";

/** Encrypts a file frame by frame. */
export interface Sealer {
  readonly head: string;
  /** One frame: length (4 bytes), whether it is the last one (1 byte), AES-256-GCM's text and tag. */
  seal(text: string, isLast: boolean): Buffer;
}

/** A sealer under a passphrase. */
export async function createSealer(passphrase: string, cost: number): Promise<Sealer> {
  const terms = { cost, salt: randomBytes(32).toString("hex") };
  const { key, bound } = await sealKey.derive(passphrase, terms);
  let frames = 0;
  return {
    head: sealKey.head(terms),
    seal(text, isLast) {
      const cipher = createCipheriv("aes-256-gcm", key, sealKey.nonce(frames, isLast));
      frames += 1;
      cipher.setAAD(bound);
      const sealed = Buffer.concat([cipher.update(gzipSync(text)), cipher.final()]);
      const prefix = Buffer.alloc(5);
      prefix.writeUInt32BE(sealed.length + 16, 0);
      prefix.writeUInt8(isLast ? 1 : 0, 4);
      return Buffer.concat([prefix, sealed, cipher.getAuthTag()]);
    },
  };
}
