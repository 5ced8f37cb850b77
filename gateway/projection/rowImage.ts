import type { Row, RowKey } from "./projectionTransaction.ts";

/** A row as it was before a block: null when there was none. */
export type RowImage = readonly [table: string, key: RowKey, row: Row | null];
