import type { GasReport } from "./gasReport.ts";
import { sizeLimit } from "./sizeLimit.ts";

const number = (value: number): string => value.toLocaleString("en-US");

/** A table in Markdown that reads well as plain text too: numbers to the right, text to the left. */
function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const all = [head, ...rows];
  const right = head.map((_, column) => rows.every((row) => /^[-\d,]*$/.test(row[column] ?? "")));
  const widths = head.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  const cellOf = (cell: string, column: number): string =>
    right[column] === true ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0);
  const line = (row: readonly string[]): string => `| ${row.map(cellOf).join(" | ")} |`;
  const rule = widths.map((width, column) =>
    right[column] === true ? `${"-".repeat(width - 1)}:` : "-".repeat(width),
  );
  return [line(head), `| ${rule.join(" | ")} |`, ...rows.map(line)].join("\n");
}

/** The report for people: operations, parts of a pass, sizes. */
export function gasTables(report: GasReport): string {
  const operations = report.operations.map(({ name, gas, bar, floor, peers }) => [
    name,
    number(gas),
    bar === undefined ? "" : number(bar),
    number(floor),
    peers.map((peer) => `${number(peer.gas)} ${peer.name}`).join("; "),
  ]);
  const parts = report.breakdown.map(({ part, gas }) => [part, number(gas)]);
  const sizes = report.contracts.map(({ name, bytes }) => [
    name,
    number(bytes),
    number(sizeLimit - bytes),
  ]);
  return [
    `Engine: ${report.engine}. Compiler: solc ${report.solc}.`,
    table(["operation", "gas", "bar", "floor", "peers, same run"], operations),
    table(["part of splitAndTransfer", "gas"], parts),
    table(["contract", "bytes", `left of ${number(sizeLimit)}`], sizes),
  ].join("\n\n");
}
