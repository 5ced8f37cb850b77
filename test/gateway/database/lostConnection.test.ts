import { existsSync } from "node:fs";
import { expect } from "chai";
import { connectDatabase } from "../../../gateway/database/connectDatabase.ts";
import type { Database, Queryable } from "../../../gateway/database/database.ts";
import { type Postgres, startPostgres } from "../../../scripts/test/startPostgres.ts";
import { strayErrors } from "../../helpers/strayErrors.ts";
import { pause } from "../helpers/pause.ts";

const isInstalled = existsSync("/usr/lib/postgresql");

describe("A transaction whose connection PostgreSQL ends", function () {
  this.timeout(60_000);
  let postgres: Postgres;
  let database: Database;
  let administrator: Database;

  before(async function () {
    if (!isInstalled) return this.skip();
    postgres = await startPostgres();
    database = await connectDatabase({ url: postgres.url });
    administrator = await connectDatabase({ url: postgres.url });
  });
  after(async () => {
    if (!isInstalled) return;
    await database.close();
    await administrator.close();
    postgres.stop();
  });

  const processOf = async ({ query }: Queryable): Promise<number | undefined> =>
    (await query<{ process: number }>("SELECT pg_backend_pid() AS process"))[0]?.process;
  const end = (process: number | undefined) =>
    administrator.query("SELECT pg_terminate_backend($1)", [process]);

  const failsAlone = async (work: (transaction: Queryable) => Promise<unknown>) => {
    let failure: unknown;
    const stray = await strayErrors(async () => {
      failure = await database.transaction(work).catch((error: unknown) => error);
      await pause(200);
    });
    expect(failure).to.be.instanceOf(Error);
    expect(stray).to.deep.equal([]);
    expect(await database.query("SELECT 1 AS one")).to.deep.equal([{ one: 1 }]);
  };

  it("fails alone between two of its statements", () =>
    failsAlone(async (transaction) => {
      await end(await processOf(transaction));
      await pause(200);
      return transaction.query("SELECT 1");
    }));

  it("fails alone during one of them", () =>
    failsAlone(async (transaction) => {
      const process = await processOf(transaction);
      const ended = pause(200).then(() => end(process));
      return Promise.all([transaction.query("SELECT pg_sleep(30)"), ended]);
    }));
});
