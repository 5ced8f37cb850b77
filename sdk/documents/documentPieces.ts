import { DocumentUnreadableError } from "../errors/DocumentUnreadableError.ts";

/** A document's bytes: all of them, or as they come. */
export type DocumentSource = Uint8Array | AsyncIterable<Uint8Array>;

/**
 * A document's bytes piece by piece, however they are given.
 *
 * @throws DocumentUnreadableError when the source fails on the way
 */
export async function* documentPieces(source: DocumentSource): AsyncGenerator<Uint8Array> {
  if (source instanceof Uint8Array) {
    yield source;
    return;
  }
  try {
    for await (const piece of source) yield piece;
  } catch (error) {
    throw new DocumentUnreadableError("The document could not be read to its end.", {
      cause: error,
    });
  }
}
