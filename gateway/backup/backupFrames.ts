import { BackupError } from "./backupError.ts";
import { type SealTerms, sealKey } from "./sealKey.ts";

/** One encrypted frame as it lies in the file. */
export interface BackupFrame {
  readonly number: number;
  readonly isLast: boolean;
  readonly sealed: Buffer;
}

const HEAD_BYTES = 200;
const MAXIMUM_FRAME = 64 * 1024 * 1024;
const TORN = "The backup is cut off: its last frame is missing.";

/**
 * Takes a backup apart without opening it.
 * @throws BackupError when it is none, or does not end as one does.
 */
export async function* backupFrames(
  chunks: AsyncIterable<Uint8Array>,
): AsyncGenerator<BackupFrame, void, void> {
  let rest = Buffer.alloc(0);
  let terms: SealTerms | undefined;
  let number = 0;
  let isOver = false;
  for await (const chunk of chunks) {
    rest = Buffer.concat([rest, chunk]);
    if (terms === undefined) {
      const end = rest.indexOf(10);
      if (end < 0 && rest.length < HEAD_BYTES) continue;
      terms = sealKey.read(rest.subarray(0, Math.max(end, 0)).toString("latin1"));
      rest = rest.subarray(end + 1);
    }
    while (rest.length >= 5) {
      const length = rest.readUInt32BE(0);
      const isSized = length >= 16 && length <= MAXIMUM_FRAME;
      if (isOver || !isSized || rest.readUInt8(4) > 1)
        throw new BackupError("The backup is damaged.");
      if (rest.length < 5 + length) break;
      isOver = rest.readUInt8(4) === 1;
      yield { number, isLast: isOver, sealed: Buffer.from(rest.subarray(5, 5 + length)) };
      number += 1;
      rest = rest.subarray(5 + length);
    }
  }
  if (!isOver || rest.length > 0) throw new BackupError(TORN);
}
