import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { connectDatabase } from "../../../gateway/database/connectDatabase.ts";
import type { Database } from "../../../gateway/database/database.ts";
import { insertRows } from "../../../gateway/database/insertRows.ts";
import { migrate } from "../../../gateway/database/migrate.ts";
import { readMigrations } from "../../../gateway/database/readMigrations.ts";
import { emptyDatabase } from "../helpers/emptyDatabase.ts";

describe("The database", function () {
  this.timeout(60_000);
  let database: Database;
  before(async () => {
    database = await emptyDatabase();
  });
  after(() => database.close());

  it("answers integers of any size exactly, days as text and instants as dates", async () => {
    const [row] = await database.query(
      `SELECT $1::int8 AS small, $2::numeric AS large, '2026-03-31'::date AS day,
              '2026-03-31T00:00:00Z'::timestamptz AS instant, '{"a":1}'::jsonb AS json`,
      [(1n << 62n) + 1n, (1n << 127n) + 1n],
    );
    expect(row).to.deep.equal({
      small: (1n << 62n) + 1n,
      large: (1n << 127n) + 1n,
      day: "2026-03-31",
      instant: new Date("2026-03-31T00:00:00Z"),
      json: { a: 1 },
    });
  });

  it("writes many rows with one statement and reports conflicts as asked", async () => {
    await database.query("CREATE TABLE batch (id int8 PRIMARY KEY, value numeric, tags text[])");
    const columns = { id: "int8", value: "numeric", tags: "text[]" };
    const rows = Array.from({ length: 500 }, (_, id) => ({
      id,
      value: 1n << 100n,
      tags: ["a", "b"],
    }));
    await insertRows(database, "batch", columns, rows);
    const again = await insertRows(
      database,
      "batch",
      columns,
      rows,
      "ON CONFLICT DO NOTHING RETURNING id",
    );
    expect(again).to.have.length(0);
    expect(await database.query("SELECT value, tags FROM batch WHERE id = 499")).to.deep.equal([
      { value: 1n << 100n, tags: ["a", "b"] },
    ]);
  });

  it("rolls a transaction back whole", async () => {
    await database.query("CREATE TABLE whole (id int8 PRIMARY KEY)");
    const failing = database.transaction(async (transaction) => {
      await transaction.query("INSERT INTO whole VALUES (1)");
      throw new Error("changed my mind");
    });
    expect(await failing.catch((error: Error) => error.message)).to.equal("changed my mind");
    expect(await database.query("SELECT * FROM whole")).to.deep.equal([]);
  });

  it("takes text, arrays, bytes, numbers, truth and nothing as parameters, exactly", async () => {
    const texts = ['plain "quoted" \\ {a,b}', "NULL", "", "中文", "line\nbreak", "$1"];
    const [row] = await database.query(
      `SELECT $1::text AS text, $2::text[] AS texts, $3::int8[] AS numbers, $4::bytea AS bytes, $5::int4 AS number,
              $6::boolean AS yes, $7::boolean AS no, $8::text AS nothing, $9::jsonb AS json`,
      [
        texts[0],
        texts,
        [1n, (1n << 62n) + 1n],
        new Uint8Array([0, 255]),
        7,
        true,
        false,
        null,
        '{"a":[1]}',
      ],
    );
    const bytes = Buffer.from(row?.["bytes"] as Uint8Array).toString("hex");
    expect({ ...row, bytes }).to.deep.equal({
      text: texts[0],
      texts,
      numbers: [1n, (1n << 62n) + 1n],
      bytes: "00ff",
      number: 7,
      yes: true,
      no: false,
      nothing: null,
      json: { a: [1] },
    });
  });

  it("says what a statement did wrong, and goes on with the next one", async () => {
    await database.query("CREATE TABLE strict (id int8 PRIMARY KEY)");
    await database.query("INSERT INTO strict VALUES (1)");
    for (const [sql, code] of [
      ["INSERT INTO strict VALUES (1)", "23505"],
      ["SELECT nonsense FROM strict", "42703"],
      ["SELEC", "42601"],
    ] as const) {
      const error = await database.query(sql).catch((thrown: unknown) => thrown);
      expect(error, sql).to.be.instanceOf(Error).and.to.include({ code });
      expect(await database.query("SELECT id FROM strict")).to.deep.equal([{ id: 1n }]);
    }
    const inside = database.transaction((transaction) => transaction.query("SELECT nonsense"));
    expect(await inside.catch(() => "failed")).to.equal("failed");
    expect(await database.query("SELECT id FROM strict")).to.deep.equal([{ id: 1n }]);
  });

  it("lets nothing between the statements of a transaction", async () => {
    await database.query("CREATE TABLE busy (id int8 PRIMARY KEY)");
    let beside: Promise<unknown>[] = [];
    const failing = database.transaction(async (transaction) => {
      await transaction.query("INSERT INTO busy VALUES (1)");
      beside = Array.from({ length: 10 }, (_, id) =>
        database.query("INSERT INTO busy VALUES ($1)", [id + 10]),
      );
      await new Promise((resolve) => setTimeout(resolve, 100));
      throw new Error("rolled back");
    });
    await Promise.allSettled([failing]);
    await Promise.all(beside);
    const [row] = await database.query("SELECT count(*) AS n, min(id) AS first FROM busy");
    expect(row).to.deep.equal({ n: 10n, first: 10n });
  });
});

describe("Migrations", function () {
  this.timeout(60_000);
  let database: Database;
  before(async () => {
    database = await emptyDatabase();
  });
  beforeEach(async () => {
    await database.query("DROP SCHEMA IF EXISTS local CASCADE");
    await database.query("DROP SCHEMA IF EXISTS projected CASCADE");
  });
  after(() => database.close());

  it("are applied once, in order of their numbers", async () => {
    const migrations = await readMigrations();
    const applied = await migrate(database, migrations);
    expect(applied).to.deep.equal(migrations.map((migration) => migration.file));
    expect(await migrate(database, migrations)).to.deep.equal([]);
  });

  it("build a dropped schema projected again and leave schema local alone", async () => {
    const migrations = await readMigrations();
    await migrate(database, migrations);
    await database.query("INSERT INTO local.chain (chain_id, genesis_hash) VALUES (1, 'x')");
    await database.query("DROP SCHEMA projected CASCADE");
    const again = await migrate(database, migrations);
    expect(again).to.not.be.empty;
    expect(again.every((file) => file.includes("-projected-"))).to.equal(true);
    expect(await database.query("SELECT chain_id FROM local.chain")).to.have.length(1);
  });

  it("that changed after they were applied are refused in a sentence", async () => {
    const migrations = await readMigrations();
    await migrate(database, migrations);
    const changed = migrations.map((each, index) =>
      index === 0 ? { ...each, checksum: "other" } : each,
    );
    const refusal = await migrate(database, changed).catch((error: Error) => error.message);
    expect(refusal).to.include("was applied to this database in another form");
  });

  it("fail whole, so that the next start tries again", async () => {
    const sql = "CREATE TABLE local.half (id int8);\nSELECT nonsense;\n";
    const bad = {
      number: 1,
      schema: "local",
      file: "001-local-half.sql",
      sql,
      checksum: "1",
    } as const;
    expect(await migrate(database, [bad]).catch(() => "failed")).to.equal("failed");
    const good = { ...bad, sql: "CREATE TABLE local.half (id int8);\n", checksum: "2" };
    expect(await migrate(database, [good])).to.deep.equal(["001-local-half.sql"]);
  });

  it("need names that say number and schema, and numbers of their own", async () => {
    const directory = await mkdtemp(join(tmpdir(), "migrations-"));
    try {
      await writeFile(join(directory, "001-local-a.sql"), "");
      await writeFile(join(directory, "001-local-b.sql"), "");
      const twice = await readMigrations(directory).catch((error: Error) => error.message);
      expect(twice).to.include("have the same number");
      await writeFile(join(directory, "nonsense.sql"), "");
      const unnamed = await readMigrations(directory).catch((error: Error) => error.message);
      expect(unnamed).to.include("must be named");
    } finally {
      await rm(directory, { recursive: true });
    }
  });
});

describe("PGlite in a directory", function () {
  this.timeout(120_000);

  it("loses nothing that it acknowledged when it is killed", async () => {
    const parent = await mkdtemp(join(tmpdir(), "pglite-"));
    const directory = join(parent, "database");
    const acknowledged = join(parent, "acknowledged");
    await writeFile(acknowledged, "");
    const writer = join(import.meta.dirname, "..", "helpers", "writeUntilKilled.ts");
    try {
      for (let round = 0; round < 3; round++) {
        const args = ["--import=tsx", writer, directory, acknowledged];
        const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
        await once(child.stdout, "data");
        await new Promise((resolve) => setTimeout(resolve, 300 + round * 170));
        child.kill("SIGKILL");
        await once(child, "exit");
      }
      const lines = (await readFile(acknowledged, "utf8")).trim().split("\n");
      const database = await connectDatabase({ directory });
      const rows = await database.query<{ id: bigint }>("SELECT id FROM written ORDER BY id");
      await database.close();
      const stored = new Set(rows.map((row) => String(row.id)));
      expect(lines.length).to.be.greaterThan(50);
      expect(lines.filter((id) => !stored.has(id))).to.deep.equal([]);
    } finally {
      await rm(parent, { recursive: true });
    }
  });
});
