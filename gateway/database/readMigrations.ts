import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

/** One numbered step of the schema, read from `NNN-local-name.sql` or `NNN-projected-name.sql`. */
export interface Migration {
  readonly number: number;
  readonly schema: "local" | "projected";
  readonly file: string;
  readonly sql: string;
  /** SHA-256 of the file's text. */
  readonly checksum: string;
}

const fileName = /^(\d{3})-(local|projected)-[a-z0-9-]+\.sql$/;

function parse(file: string, sql: string): Migration {
  const match = fileName.exec(file);
  if (match?.[1] === undefined) {
    throw new Error(
      `Migration ${file} must be named NNN-local-name.sql or NNN-projected-name.sql, by the schema it changes.`,
    );
  }
  const schema = match[2] === "local" ? "local" : "projected";
  const checksum = createHash("sha256").update(sql).digest("hex");
  return { number: Number(match[1]), schema, file, sql, checksum };
}

/** All migrations of a directory in ascending order; two of one number are refused. */
export async function readMigrations(
  directory = join(import.meta.dirname, "migrations"),
): Promise<Migration[]> {
  const files = (await readdir(directory)).filter((file) => file.endsWith(".sql")).sort();
  const migrations = await Promise.all(
    files.map(async (file) => parse(file, await readFile(join(directory, file), "utf8"))),
  );
  for (const [index, migration] of migrations.entries()) {
    const next = migrations[index + 1];
    if (next?.number === migration.number) {
      throw new Error(`Migrations ${migration.file} and ${next.file} have the same number.`);
    }
  }
  return migrations;
}
