import { lookups, tableDefinitions } from "@tallystick/sdk";
import { expect } from "chai";
import type { Database } from "../../../gateway/database/database.ts";
import { readTables } from "../../../gateway/projection/readTables.ts";
import { testDatabase } from "../helpers/testDatabase.ts";

const kinds: Readonly<Record<string, string>> = {
  smallint: "integer",
  integer: "integer",
  bigint: "integer",
  boolean: "boolean",
  text: "text",
  date: "day",
  jsonb: "json",
  "timestamp with time zone": "instant",
  "bigint[]": "integers",
};

const kindOf = (type: string): string | undefined =>
  /^numeric\(\d+,0\)$/.test(type) ? "integer" : kinds[type];

describe("The tables that the SDK folds into", () => {
  let database: Database;
  before(async () => {
    database = await testDatabase();
  });
  after(() => database.close());

  it("are the tables of schema projected: columns, types, primary keys", async () => {
    const found = await readTables(database);
    found.delete("checkpoint");
    const tables = [...found.values()].map(({ name, columns, primaryKey }) => {
      const typed = Object.entries(columns).map(([column, type]) => [column, kindOf(type)]);
      return [name, { key: primaryKey, columns: Object.fromEntries(typed) }];
    });
    expect(tableDefinitions).to.deep.equal(Object.fromEntries(tables));
  });

  it("are looked up by columns that the database has an index for", async () => {
    const indexes = await database.query<{ tablename: string; indexdef: string }>(
      "SELECT tablename, indexdef FROM pg_indexes WHERE schemaname = 'projected'",
    );
    for (const [table, columns] of Object.entries(lookups)) {
      for (const column of columns) {
        const fits = new RegExp(`\\(${column}[,)]`);
        const ofTable = indexes.filter(({ tablename }) => tablename === table);
        expect(
          ofTable.some(({ indexdef }) => fits.test(indexdef)),
          `${table}.${column}`,
        ).to.equal(true);
      }
    }
  });
});
