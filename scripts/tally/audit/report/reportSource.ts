/** A row by column name, as the fold keeps it or the database answers it; absent columns are null. */
export type ReportRow = Readonly<Record<string, unknown>>;

/**
 * The end state of a replay, by the tables of schema `projected`. Rows may come in any order. Of tables to which rows are only
 * added the report needs those that `reportedRow` names, and a replay keeps no others.
 */
export interface ReportSource {
  rows(table: string): Iterable<ReportRow>;
}
