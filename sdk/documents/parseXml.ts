import { parseXml as parse, XmlElement, XmlError, XmlText } from "@rgrove/parse-xml";
import { DocumentUnreadableError } from "../errors/DocumentUnreadableError.ts";
import { checkXmlShape } from "./checkXmlShape.ts";
import type { XmlTree } from "./XmlTree.ts";

const xmlNamespace = "http://www.w3.org/XML/1998/namespace";

type Prefixes = ReadonlyMap<string, string>;

/**
 * Reads XML into a tree of resolved names. A document type declaration is refused, so no entity but XML's own five
 * exists and nothing is ever loaded.
 *
 * @throws DocumentUnreadableError
 */
export function parseXml(text: string): XmlTree {
  refuseOtherEncoding(text);
  checkXmlShape(text);
  const root = rootOf(text);
  if (root === null) throw new DocumentUnreadableError("The XML has no element.");
  return treeOf(root, new Map([["xml", xmlNamespace]]));
}

/** The bytes were UTF-8; a document that says otherwise would be read differently by others. */
function refuseOtherEncoding(text: string): void {
  const declaration = /^<\?xml[^>]*?\sencoding\s*=\s*["']([^"']*)["']/i.exec(text.slice(0, 256));
  const encoding = declaration?.[1] ?? "UTF-8";
  if (!/^(utf-?8|us-ascii)$/i.test(encoding)) {
    const shown = encoding.slice(0, 20);
    throw new DocumentUnreadableError(`The XML says that it is in ${shown}; only UTF-8 is read.`);
  }
}

function rootOf(text: string): XmlElement | null {
  try {
    return parse(text).root;
  } catch (error) {
    if (!(error instanceof XmlError)) throw error;
    throw new DocumentUnreadableError(
      `The file begins like XML but is not well formed (line ${error.line}); it may be cut off.`,
      { cause: error },
    );
  }
}

function treeOf(element: XmlElement, outer: Prefixes): XmlTree {
  const prefixes = declared(element, outer);
  const colon = element.name.indexOf(":");
  const prefix = colon === -1 ? "" : element.name.slice(0, colon);
  const namespace = prefixes.get(prefix);
  if (namespace === undefined && prefix !== "") {
    const shown = prefix.slice(0, 40);
    throw new DocumentUnreadableError(`The XML never says what the prefix ${shown} stands for.`);
  }
  const children: XmlTree[] = [];
  let text = "";
  for (const child of element.children) {
    if (child instanceof XmlElement) children.push(treeOf(child, prefixes));
    else if (child instanceof XmlText) text += child.text;
  }
  return {
    name: element.name.slice(colon + 1),
    namespace: namespace ?? "",
    attributes: element.attributes,
    text: text.trim(),
    children,
  };
}

/** The prefixes that hold inside an element; the empty one is the default namespace. */
function declared(element: XmlElement, outer: Prefixes): Prefixes {
  const own = Object.entries(element.attributes).filter(([name]) => /^xmlns(:|$)/.test(name));
  if (own.length === 0) return outer;
  return new Map([...outer, ...own.map(([name, uri]): [string, string] => [name.slice(6), uri])]);
}
