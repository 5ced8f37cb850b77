import { createHash } from "node:crypto";
import { setImmediate as nextTurn } from "node:timers/promises";
import type { Queryable } from "../database/database.ts";
import { canonicalRowSql } from "./canonicalRowSql.ts";
import type { ProjectedTable } from "./readTables.ts";

/** What a table holds, in 32 bytes. */
export interface TableDigest {
  readonly table: string;
  readonly rows: number;
  /** SHA-256, hexadecimal. */
  readonly digest: string;
}

interface PageRow {
  hashes: string | null;
  rows: bigint;
  last: string[] | null;
}

// An embedded database hashes a page in some 50 ms and answers others between pages.
const PAGE_ROWS = 2_000;

function pageSql(table: ProjectedTable, isFirst: boolean): string {
  const { name, primaryKey, columns } = table;
  const key = primaryKey.map((column) => `"${column}"`).join(", ");
  const ofTable = primaryKey.map((column) => `t."${column}"`).join(", ");
  const last = primaryKey.map((column, index) => `$${index + 1}::${columns[column]}`).join(", ");
  const where = isFirst ? "" : `WHERE (${ofTable}) > (${last})`;
  const text = primaryKey.map((column) => `"${column}"::text`).join(", ");
  const descending = primaryKey.map((column) => `"${column}" DESC`).join(", ");
  return `
    WITH page AS (
      SELECT ${ofTable}, sha256(convert_to(${canonicalRowSql(table)}, 'UTF8')) AS hash
      FROM projected.${name} t ${where} ORDER BY ${ofTable} LIMIT ${PAGE_ROWS}
    )
    SELECT encode(string_agg(hash, ''::bytea ORDER BY ${key}), 'hex') AS hashes, count(*) AS rows,
      (SELECT to_jsonb(ARRAY[${text}]) FROM page ORDER BY ${descending} LIMIT 1) AS last
    FROM page`;
}

/** SHA-256 over the SHA-256 of each row's canonical text, in the order of the primary key. Reads in pages. */
export async function digestTable(target: Queryable, table: ProjectedTable): Promise<TableDigest> {
  const hash = createHash("sha256");
  let rows = 0;
  let last: string[] = [];
  while (true) {
    const [page] = await target.query<PageRow>(pageSql(table, rows === 0), last);
    if (page?.hashes === undefined || page.hashes === null || page.last === null) break;
    hash.update(Buffer.from(page.hashes, "hex"));
    rows += Number(page.rows);
    last = page.last;
    if (page.rows < PAGE_ROWS) break;
    await nextTurn();
  }
  return { table: table.name, rows, digest: hash.digest("hex") };
}
