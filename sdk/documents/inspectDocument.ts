import { DocumentUnreadableError } from "../errors/DocumentUnreadableError.ts";
import { decodeText } from "./decodeText.ts";
import { type DocumentSource, documentPieces } from "./documentPieces.ts";
import { gatherBytes } from "./gatherBytes.ts";
import type { InspectedDocument } from "./inspectedDocument.ts";
import { inspectJson } from "./inspectJson.ts";
import { inspectReceivables } from "./inspectReceivables.ts";
import { inspectXml } from "./inspectXml.ts";

export type InspectDocumentParameters = {
  /** The file's name, for messages alone. */
  readonly name?: string | undefined;
  /** ISO 4217 code that the amounts of a table are in; CNY unless given. */
  readonly currency?: string | undefined;
  /** The most bytes of XML or JSON that are read; 32 MiB unless given. Tables are read as a stream, however long. */
  readonly maximumBytes?: number | undefined;
};

/**
 * What a document is, what makes it the same document, who and how much it is about, and what is wrong with it.
 * Understood are invoices and credit notes in UBL 2.1, events of EPCIS 2.0 in JSON-LD, Chinese e-invoices (XML or
 * JSON), tables of receivables (CSV) and, as digests only, any other JSON.
 *
 * @param source the bytes, or a stream of them
 * @returns always with an identity; contradictions are its `problems`
 * @throws DocumentUnreadableError when it is no such document, is cut off, too large, too deep or not UTF-8
 * @throws MoneyError `money-currency-unknown`, for `currency`
 *
 * @example
 * import { inspectDocument } from "@tallystick/sdk";
 *
 * const invoice = {
 *   发票号码: "26442000000012345678",
 *   开票日期: "2026-03-01",
 *   销售方: { 名称: "甲公司", 统一社会信用代码: "91110108551385082Q" },
 *   购买方: { 名称: "乙公司" },
 *   价税合计: "113.00",
 * };
 * const bytes = new TextEncoder().encode(JSON.stringify(invoice));
 * const document = await inspectDocument(bytes);
 * document.kind // => "e-invoice"
 * document.identity // => '["e-invoice","26442000000012345678"]'
 * document.amount // => { minor: "11300", currency: "CNY" }
 * document.problems // => []
 */
export async function inspectDocument(
  source: DocumentSource,
  parameters: InspectDocumentParameters = {},
): Promise<InspectedDocument> {
  const { name, currency = "CNY", maximumBytes = 32 * 2 ** 20 } = parameters;
  try {
    const pieces = documentPieces(source);
    const { start, rest } = await startOf(pieces);
    refuseBinary(start);
    const first = firstCharacter(start);
    if (first === "<" || first === "{" || first === "[") {
      const bytes = await gatherBytes(rest, maximumBytes);
      const text = decodeText(bytes);
      return first === "<" ? inspectXml(text, bytes) : inspectJson(text);
    }
    return await inspectReceivables(rest, currency);
  } catch (error) {
    if (!(error instanceof DocumentUnreadableError) || name === undefined) throw error;
    throw new DocumentUnreadableError(`${name.slice(0, 200)}: ${error.message}`, { cause: error });
  }
}

const mostBlanks = 2 ** 20;

type Started = { readonly start: Uint8Array; readonly rest: AsyncIterable<Uint8Array> };

/** The first pieces until one says something, and all of them again. */
async function startOf(pieces: AsyncGenerator<Uint8Array>): Promise<Started> {
  const seen: Uint8Array[] = [];
  let blanks = 0;
  for (;;) {
    const next = await pieces.next();
    if (next.done === true) throw new DocumentUnreadableError("The file is empty.");
    seen.push(next.value);
    if (firstCharacter(next.value) !== undefined) break;
    blanks += next.value.length;
    if (blanks > mostBlanks) throw new DocumentUnreadableError("The file begins with blanks only.");
  }
  async function* again(): AsyncGenerator<Uint8Array> {
    yield* seen;
    yield* pieces;
  }
  return { start: seen.at(-1) ?? new Uint8Array(), rest: again() };
}

/** The first character that is no blank and no mark of the byte order. */
function firstCharacter(bytes: Uint8Array): string | undefined {
  for (const [place, byte] of bytes.entries()) {
    const mark = place < 3 && (byte === 0xef || byte === 0xbb || byte === 0xbf);
    if (!mark && byte !== 0x20 && !(byte >= 0x09 && byte <= 0x0d)) return String.fromCharCode(byte);
  }
  return undefined;
}

function refuseBinary(start: Uint8Array): void {
  const [a = 0, b = 0] = start;
  if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff)) {
    throw new DocumentUnreadableError("The file is text in UTF-16; only UTF-8 is read.");
  }
  if (start.subarray(0, 4096).includes(0)) {
    throw new DocumentUnreadableError("The file is binary, not a document in XML, JSON or CSV.");
  }
}
