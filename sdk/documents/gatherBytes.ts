import { DocumentUnreadableError } from "../errors/DocumentUnreadableError.ts";

/**
 * Puts pieces together.
 *
 * @param most bytes
 * @throws DocumentUnreadableError as soon as there are more
 */
export async function gatherBytes(
  pieces: AsyncIterable<Uint8Array>,
  most: number,
): Promise<Uint8Array> {
  const gathered: Uint8Array[] = [];
  let length = 0;
  for await (const piece of pieces) {
    length += piece.length;
    if (length > most) {
      const limit = `${(most / 2 ** 20).toFixed(most < 2 ** 20 ? 3 : 0)} MiB`;
      throw new DocumentUnreadableError(`The file is larger than ${limit}, the most that is read.`);
    }
    gathered.push(piece);
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const piece of gathered) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}
