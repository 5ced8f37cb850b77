import { openSync, writeSync } from "node:fs";
import { connectDatabase } from "../../../gateway/database/connectDatabase.ts";

// Writes rows in transactions and notes each one that was acknowledged, until someone kills this process.
const [directory, acknowledged] = process.argv.slice(2);
if (directory === undefined || acknowledged === undefined) throw new Error("directory and file");
const database = await connectDatabase({ directory });
await database.query("CREATE TABLE IF NOT EXISTS written (id int8 PRIMARY KEY, text text)");
const [row] = await database.query<{ last: bigint }>(
  "SELECT coalesce(max(id), 0) AS last FROM written",
);
const file = openSync(acknowledged, "a");
process.stdout.write("writing\n");
for (let id = (row?.last ?? 0n) + 1n; ; id++) {
  await database.transaction((transaction) =>
    transaction.query("INSERT INTO written VALUES ($1, $2)", [id, "x".repeat(300)]),
  );
  writeSync(file, `${id}\n`);
}
