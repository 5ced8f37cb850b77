import type { MemoryTables } from "./MemoryTables.ts";
import { rowText } from "./rowText.ts";

/** What a table holds, in 32 bytes; SHA-256 in hexadecimal. */
export type TableDigest = {
  readonly table: string;
  readonly rows: number;
  readonly digest: string;
};

/** What all tables hold. */
export type TablesDigest = { readonly digest: string; readonly tables: readonly TableDigest[] };

/**
 * Digests of all tables, as a gateway answers them at `GET /v1/projection/digests`; `docs/reference/projection.md` defines them
 * to the byte. Takes time in proportion to the live rows.
 */
export function digestTables(tables: MemoryTables): TablesDigest {
  const { hash } = tables;
  const found: TableDigest[] = [];
  for (const name of [...tables.live.keys(), ...tables.history.keys()].sort()) {
    const history = tables.history.get(name);
    if (history !== undefined) {
      found.push({ table: name, rows: history.count, digest: history.digest() });
      continue;
    }
    const table = tables.live.get(name);
    if (table === undefined) continue;
    const hashes = table.sorted().map((row) => hash.of(rowText(table.definition, row)));
    hash.begin();
    for (const each of hashes) hash.add(each);
    found.push({ table: name, rows: hashes.length, digest: hash.digest() });
  }
  hash.begin();
  for (const { table, rows, digest } of found) hash.add(`${table} ${rows} ${digest}\n`);
  return { digest: hash.digest(), tables: found };
}
