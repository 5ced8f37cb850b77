/** A row by column name, as the fold keeps it or the database answers it; absent columns are null. */
export type ReportRow = Readonly<Record<string, unknown>>;

/**
 * The end state of a replay, by the tables of schema `projected`. Rows may come in any order. Of table `event` the report needs
 * those in `reportedEvents` alone, so a replay whose memory is flat in the history's length keeps those and no others.
 */
export interface ReportSource {
  rows(table: string): Iterable<ReportRow>;
}
