import { parse, visit } from "@solidity-parser/parser";
import type { RepositoryFile } from "./repositoryFiles.ts";

/** An event, error or function of a Solidity file, with the comment lines right above it. */
export interface SolidityDeclaration {
  readonly kind: "event" | "error" | "function";
  readonly name: string;
  readonly parameters: readonly string[];
  /** Lines of the body, braces included; 0 without one. */
  readonly lines: number;
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

/** The events, errors and functions that a Solidity file declares; each file is parsed once. */
export function solidityDeclarations({ path, text }: RepositoryFile): SolidityDeclaration[] {
  const parsed = known.get(path) ?? parseDeclarations(text);
  known.set(path, parsed);
  return parsed;
}

function parseDeclarations(text: string): SolidityDeclaration[] {
  const rows = text.split("\n");
  const found: SolidityDeclaration[] = [];
  const add = (
    kind: SolidityDeclaration["kind"],
    name: string | null,
    parameters: readonly { name: string | null }[],
    line: number | undefined,
    lines = 0,
  ): void => {
    const names = parameters.flatMap((parameter) => parameter.name ?? []);
    found.push({
      kind,
      name: name ?? "constructor",
      parameters: names,
      lines,
      docs: docsAbove(rows, line ?? 1),
    });
  };
  visit(parse(text, { loc: true }), {
    EventDefinition: (node) => add("event", node.name, node.parameters, node.loc?.start.line),
    CustomErrorDefinition: (node) => add("error", node.name, node.parameters, node.loc?.start.line),
    FunctionDefinition: (node) => {
      const body = node.body?.loc;
      const lines = body === undefined ? 0 : body.end.line - body.start.line + 1;
      add("function", node.name, node.parameters, node.loc?.start.line, lines);
    },
  });
  return found;
}
