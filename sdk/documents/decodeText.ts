import { DocumentUnreadableError } from "../errors/DocumentUnreadableError.ts";

/**
 * A whole document as text. A byte order mark of UTF-8 is left out.
 *
 * @throws DocumentUnreadableError when it is not UTF-8
 */
export function decodeText(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (error) {
    throw new DocumentUnreadableError("The file is not text in UTF-8.", { cause: error });
  }
}
