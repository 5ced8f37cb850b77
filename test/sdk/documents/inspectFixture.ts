import { readFileSync } from "node:fs";
import { expect } from "chai";
import {
  DocumentUnreadableError,
  type InspectedDocument,
  inspectDocument,
} from "../../../sdk/index.ts";

const folder = new URL("../../fixtures/documents/", import.meta.url);
const encoder = new TextEncoder();

type Kind = InspectedDocument["kind"];
type Of<K extends Kind> = InspectedDocument extends infer Each
  ? Each extends { readonly kind: infer Own }
    ? K extends Own
      ? Each
      : never
    : never
  : never;

/** The text of a sample, with some of it replaced; what is to be replaced must be there. */
export function sample(name: string, ...changes: readonly (readonly [string, string])[]): string {
  let text = readFileSync(new URL(name, folder), "utf8");
  for (const [from, to] of changes) {
    expect(text, "the sample says what is replaced").to.contain(from);
    text = text.replace(from, to);
  }
  return text;
}

/** What a text is; it must be of the kind. */
export async function inspected<K extends Kind>(text: string, kind: K): Promise<Of<K>> {
  const document = await inspectDocument(encoder.encode(text));
  expect(document.kind).to.equal(kind);
  return document as Of<K>;
}

/** Paths of a document's problems, and whether all of the messages end like sentences. */
export function paths(document: InspectedDocument): string[] {
  for (const { message } of document.problems) expect(message).to.match(/^[^\n]+\.$/);
  return document.problems.map(({ path }) => path);
}

/** The sentence that a document is refused with. */
export async function refusal(bytes: Uint8Array | string): Promise<string> {
  try {
    await inspectDocument(typeof bytes === "string" ? encoder.encode(bytes) : bytes);
  } catch (error) {
    if (!(error instanceof DocumentUnreadableError)) throw error;
    expect(error.code).to.equal("document-unreadable");
    return error.message;
  }
  return expect.fail("the document was read");
}
