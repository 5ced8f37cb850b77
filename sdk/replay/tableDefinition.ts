/** What a column holds; `instant` is a moment in whole seconds, `day` a civil date, `integers` a list of them. */
export type ColumnKind = "integer" | "boolean" | "text" | "instant" | "day" | "integers" | "json";

/** One table that events make. */
export type TableDefinition = {
  /** Columns of the primary key, in its order. */
  readonly key: readonly string[];
  readonly columns: Readonly<Record<string, ColumnKind>>;
};
