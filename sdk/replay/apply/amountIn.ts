import { ReplayDefect } from "../ReplayDefect.ts";
import type { Row } from "../replayTables.ts";

/** A row's amount; rows hold `bigint` in their number columns. */
export function amountIn(row: Row, column: string): bigint {
  const value = row[column];
  if (typeof value === "bigint") return value;
  throw new ReplayDefect(`Column ${column} holds ${String(value)}, which is no amount.`);
}
