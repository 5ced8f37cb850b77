/**
 * The statements of a migration file: each ends with `;` at the end of a line. PGlite takes one statement a query,
 * and our migrations write function bodies on one line, so nothing cleverer is needed.
 */
export function splitStatements(sql: string): string[] {
  const code = sql
    .split("\n")
    .filter((line) => !line.trimStart().startsWith("--"))
    .join("\n");
  return code
    .split(/;[ \t]*(?:--[^\n]*)?(?:\n|$)/)
    .map((statement) => statement.trim())
    .filter((statement) => statement !== "");
}
