import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { DocumentUnreadableError } from "../../sdk/errors/DocumentUnreadableError.ts";

/**
 * A file's bytes as they come; `-` is standard input.
 *
 * @throws DocumentUnreadableError when there is no such file
 */
export async function openDocument(file: string): Promise<AsyncIterable<Uint8Array>> {
  if (file === "-") return process.stdin;
  const found = await stat(file).catch((error: NodeJS.ErrnoException) => {
    const reason = error.code === "ENOENT" ? "There is no such file." : "It can't be opened.";
    throw new DocumentUnreadableError(`${file}: ${reason}`, { cause: error });
  });
  if (found.isDirectory())
    throw new DocumentUnreadableError(`${file}: It is a folder, not a file.`);
  return createReadStream(file);
}
