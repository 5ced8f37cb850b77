import { ProjectionDefect } from "../projectionDefect.ts";
import type { Row } from "../projectionTransaction.ts";

/** A row's amount; rows hold `bigint` in their number columns. */
export function amountIn(row: Row, column: string): bigint {
  const value = row[column];
  if (typeof value === "bigint") return value;
  throw new ProjectionDefect(`Column ${column} holds ${String(value)}, which is no amount.`);
}
