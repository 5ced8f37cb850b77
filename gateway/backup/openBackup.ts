import { createDecipheriv } from "node:crypto";
import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { gunzipSync } from "node:zlib";
import { BackupError } from "./backupError.ts";
import { backupFrames } from "./backupFrames.ts";
import { sealKey } from "./sealKey.ts";

const HEAD_BYTES = 200;
const MAXIMUM_TEXT = 512 * 1024 * 1024;

async function readHead(file: string): Promise<string> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    const [head = ""] = buffer.subarray(0, bytesRead).toString("latin1").split("\n");
    return head;
  } finally {
    await handle.close();
  }
}

/**
 * The texts of a backup's frames, each authenticated before it is used.
 * @throws BackupError for another passphrase, or a file that was changed or cut off.
 */
export async function* openBackup(file: string, passphrase: string): AsyncGenerator<string> {
  const { key, bound } = await sealKey.derive(passphrase, sealKey.read(await readHead(file)));
  for await (const { number, isLast, sealed } of backupFrames(createReadStream(file))) {
    const decipher = createDecipheriv("aes-256-gcm", key, sealKey.nonce(number, isLast));
    decipher.setAAD(bound);
    decipher.setAuthTag(sealed.subarray(sealed.length - 16));
    const text = decipher.update(sealed.subarray(0, sealed.length - 16));
    try {
      decipher.final();
    } catch {
      throw new BackupError(
        number === 0
          ? "The passphrase is not the one that this backup was made with, or the file was changed."
          : `The backup was changed: frame ${number} is not as it was written.`,
      );
    }
    yield gunzipSync(text, { maxOutputLength: MAXIMUM_TEXT }).toString("utf8");
  }
}
