import { BaseError } from "../errors/BaseError.ts";
import { DocumentUnreadableError } from "../errors/DocumentUnreadableError.ts";

/** Bytes or text, in pieces of any size. */
export type TextSource = AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>;

/**
 * Decodes UTF-8 strictly, drops a byte order mark and writes every line end (CRLF, LF, CR) as LF,
 * wherever the source happens to be cut.
 *
 * @throws DocumentUnreadableError when the source fails or is not UTF-8
 *
 * @example
 * import { decodeLines } from "@tallystick/sdk";
 *
 * const pieces = [];
 * for await (const piece of decodeLines(["\uFEFFa\r", "\nb\r"])) pieces.push(piece);
 * pieces.join("") // => "a\nb\n"
 */
export async function* decodeLines(source: TextSource): AsyncGenerator<string> {
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  let first = true;
  // A CR at the end of a piece waits: an LF may follow it.
  let waiting = "";
  const settle = (decoded: string): string => {
    let text = waiting + decoded;
    if (first && text !== "") {
      first = false;
      if (text.startsWith("\uFEFF")) text = text.slice(1);
    }
    waiting = text.endsWith("\r") ? "\r" : "";
    return text.slice(0, text.length - waiting.length).replace(/\r\n?/g, "\n");
  };
  try {
    for await (const piece of source) {
      yield settle(typeof piece === "string" ? piece : decode(decoder, piece));
    }
    const rest = settle(decode(decoder));
    yield waiting === "" ? rest : `${rest}\n`;
  } catch (error) {
    if (error instanceof BaseError) throw error;
    throw new DocumentUnreadableError("The document could not be read to its end.", {
      cause: error,
    });
  }
}

/** Decodes one more piece, or, without a piece, ends the text. */
function decode(decoder: InstanceType<typeof TextDecoder>, piece?: Uint8Array): string {
  try {
    return piece === undefined ? decoder.decode() : decoder.decode(piece, { stream: true });
  } catch (error) {
    throw new DocumentUnreadableError("The document is not text in UTF-8.", { cause: error });
  }
}
