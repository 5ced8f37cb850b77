import { randomUUID } from "node:crypto";
import { mkdtemp, open, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { restoreBackup } from "../../gateway/backup/restoreBackup.ts";
import { writeBackup } from "../../gateway/backup/writeBackup.ts";
import type { Database } from "../../gateway/database/database.ts";
import type { Ledger } from "../../gateway/ledger/ledger.ts";
import { digestProjection } from "../../gateway/projection/digestProjection.ts";
import type { Answer, Client } from "../gateway/helpers/client.ts";
import { deployNotebook } from "../gateway/helpers/deployNotebook.ts";
import { emptyDatabase } from "../gateway/helpers/emptyDatabase.ts";
import { pause } from "../gateway/helpers/pause.ts";
import { projectedTables } from "../gateway/helpers/projectedTables.ts";
import { signIn } from "../gateway/helpers/signIn.ts";
import { startAnvil, type TestChain } from "../gateway/helpers/startAnvil.ts";
import { type TestGateway, testGateway } from "../gateway/helpers/testGateway.ts";
import { faultCount } from "../helpers/faultCount.ts";
import { faultReport } from "../helpers/faultReport.ts";
import { faultSeed } from "../helpers/faultSeed.ts";
import { seededRandom } from "../helpers/seededRandom.ts";

const DELETIONS = faultCount(1, 20);
const ROLLBACKS = faultCount(2, 20);
const passphrase = "for tests only";

interface Write {
  readonly key: string;
  readonly text: string;
  readonly answer: Answer;
}

describe("A database that is lost", function () {
  this.timeout((DELETIONS + ROLLBACKS) * 60_000);
  const seed = faultSeed();
  const random = seededRandom(seed);
  const writes: Write[] = [];
  const counts = { lost: 0, doubled: 0, stuck: 0, different: 0, accepted: 0 };
  let folder: string;
  let chain: TestChain;
  let ledger: Ledger;
  let database: Database;
  let gateway: TestGateway;
  let ada: Client;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "lost-"));
    [chain, database] = await Promise.all([startAnvil(), emptyDatabase()]);
    ledger = await deployNotebook(chain);
    await begin();
  });

  after(async () => {
    await end();
    await chain.stop();
    await rm(folder, { recursive: true });
  });

  async function begin(): Promise<void> {
    gateway = await testGateway({ database, rpc: chain.rpc, ledger });
    const head = Number(await chain.rpc.send("eth_blockNumber", []));
    await gateway.gateway.services.projector.waitForBlock(head, 30_000);
    ada = await signIn(gateway.url, "ada");
  }

  async function end(): Promise<void> {
    await gateway.close();
    await database.close();
  }

  /** Writes whose answers are known: losing one of them would be a broken promise. */
  async function write(most: number): Promise<void> {
    const count = 1 + Math.floor(random() * most);
    const one = async () => {
      const [key, text] = [randomUUID(), randomUUID()];
      const answer = await ada.post("/v1/notes", { text }, key);
      expect(answer.status).to.equal(201);
      writes.push({ key, text, answer });
    };
    await Promise.all(Array.from({ length: count }, one));
  }

  /** Until writes are open again; what isn't answered by then is stuck. */
  async function repeat({ key, text }: Write): Promise<Answer | undefined> {
    for (let tries = 0; tries < 100; tries++) {
      const again = await ada.post("/v1/notes", { text }, key);
      if (again.status !== 503 && again.status !== 202) return again;
      await pause(100);
    }
    return undefined;
  }

  /** Loses the database, begins with what `next` has, and holds everything against what was. */
  async function lose(next: (fresh: Database) => Promise<void>): Promise<void> {
    await gateway.close();
    const before = {
      tables: await projectedTables(database),
      digests: await digestProjection(database),
    };
    await database.close();
    database = await emptyDatabase();
    await next(database);
    await begin();
    const digests = await digestProjection(database);
    const { checkpoint: _, ...tables } = await projectedTables(database);
    const { checkpoint: __, ...expected } = before.tables;
    expect(tables).to.deep.equal(expected);
    if (digests?.digest !== before.digests?.digest) counts.different += 1;
    await askAgain();
  }

  async function askAgain(): Promise<void> {
    for (const one of writes.slice(-12)) {
      const again = await repeat(one);
      if (again === undefined) counts.stuck += 1;
      else if (again.status !== 201) counts.lost += 1;
      else if (again.body["number"] !== one.answer.body["number"]) counts.doubled += 1;
      const other = await ada.post("/v1/notes", { text: "another body" }, one.key);
      if (other.status !== 422) counts.accepted += 1;
    }
    const [row] = await database.query<{ n: bigint }>("SELECT count(*) AS n FROM projected.note");
    if (Number(row?.n) !== writes.length) counts.doubled += 1;
  }

  async function backUp(path: string): Promise<void> {
    const file = await open(path, "wx", 0o600);
    await writeBackup({ database, passphrase, scryptCost: 1_024 }, file);
    await file.close();
  }

  it("comes back equal from the chain, and answers what it was asked before as it did", async () => {
    for (let played = 0; played < DELETIONS; played++) {
      await write(6);
      await lose(async () => undefined);
    }
    for (let played = 0; played < ROLLBACKS; played++) {
      const file = join(folder, `backup-${played}`);
      await write(4);
      // Some requests are acknowledged while the backup is taken, some after it.
      await Promise.all([write(4), backUp(file)]);
      await write(4);
      await lose(async (fresh) => {
        await restoreBackup({ file, passphrase, open: async () => fresh, rpc: chain.rpc });
      });
    }
    const { lost, doubled, stuck, ...more } = counts;
    const runs = DELETIONS + ROLLBACKS;
    faultReport({ suite: "lost database", seed, runs, lost, doubled, stuck, more });
    expect(counts).to.deep.equal({ lost: 0, doubled: 0, stuck: 0, different: 0, accepted: 0 });
  });
});
