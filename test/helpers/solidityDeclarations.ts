import { parse, visit } from "@solidity-parser/parser";
import type { RepositoryFile } from "./repositoryFiles.ts";

/** An event or error of a Solidity file, with the comment lines right above it. */
export interface SolidityDeclaration {
  readonly kind: "event" | "error";
  readonly name: string;
  readonly parameters: readonly string[];
  readonly docs: string;
}

function docsAbove(rows: readonly string[], line: number): string {
  const docs: string[] = [];
  for (let at = line - 2; at >= 0; at -= 1) {
    const row = (rows[at] ?? "").trim();
    if (!/^(\/\/\/|\/\*\*|\*)/.test(row)) break;
    docs.unshift(row);
  }
  return docs.join("\n");
}

const known = new Map<string, SolidityDeclaration[]>();

/** The events and errors that a Solidity file declares; each file is parsed once. */
export function solidityDeclarations({ path, text }: RepositoryFile): SolidityDeclaration[] {
  const parsed = known.get(path) ?? parseDeclarations(text);
  known.set(path, parsed);
  return parsed;
}

function parseDeclarations(text: string): SolidityDeclaration[] {
  // Parsing takes long, and most files declare neither.
  if (!/^\s*(event|error)\s/m.test(text)) return [];
  const rows = text.split("\n");
  const found: SolidityDeclaration[] = [];
  const add = (
    kind: SolidityDeclaration["kind"],
    name: string,
    parameters: readonly { name: string | null }[],
    line: number | undefined,
  ): void => {
    const names = parameters.flatMap((parameter) => parameter.name ?? []);
    found.push({ kind, name, parameters: names, docs: docsAbove(rows, line ?? 1) });
  };
  visit(parse(text, { loc: true }), {
    EventDefinition: (node) => add("event", node.name, node.parameters, node.loc?.start.line),
    CustomErrorDefinition: (node) => add("error", node.name, node.parameters, node.loc?.start.line),
  });
  return found;
}
