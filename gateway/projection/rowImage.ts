import type { Row, RowKey } from "@tallystick/sdk";

/** A row as it was before a block: null when there was none. */
export type RowImage = readonly [table: string, key: RowKey, row: Row | null];
