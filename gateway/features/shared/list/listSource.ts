/** A column that a list can be sorted by; never null, so that every row has its place. */
export interface SortColumn {
  /** Expression over the source's tables. */
  readonly sql: string;
  /** SQL type, by which a cursor's text becomes a value again. */
  readonly type: "int8" | "numeric" | "date" | "timestamptz" | "text";
}

/** Where a list's rows come from. */
export interface ListSource {
  /** What is selected, without the keyword. */
  readonly columns: string;
  /** Tables, without the keyword. */
  readonly from: string;
  /** Unique: what decides between rows that sort alike. */
  readonly id: SortColumn;
  /** Further columns, by the name that `sort` takes. */
  readonly sorts: Readonly<Record<string, SortColumn>>;
}

/** A list's order. */
export interface ListOrder {
  /** A name of `sorts`, or the id's. */
  readonly column: string;
  readonly isDescending: boolean;
}
