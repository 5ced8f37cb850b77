/** Anything that runs SQL: the database itself, or one open transaction on it. */
export interface Queryable {
  /**
   * Runs one statement with `$1`-style parameters and answers its rows.
   *
   * Column values: `int8` and integral `numeric` are `bigint`, `timestamptz` is `Date`, `date` is `YYYY-MM-DD`,
   * `jsonb` is parsed. Parameters: `bigint` and `Date` are accepted; JSON is passed as text with a `::jsonb` cast.
   */
  query<Row = Record<string, unknown>>(
    sql: string,
    parameters?: readonly unknown[],
  ): Promise<Row[]>;
}

/** The one face of PGlite and PostgreSQL that the rest of the gateway knows. */
export interface Database extends Queryable {
  readonly engine: "pglite" | "postgres";
  /**
   * Commits when `work` resolves, rolls back when it rejects.
   *
   * Warning: inside `work` use only the transaction it is given; PGlite has one connection, and a query on the
   * database itself would wait for the transaction that waits for it.
   */
  transaction<T>(work: (transaction: Queryable) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}
