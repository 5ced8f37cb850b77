import { mkdtemp, open, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { BackupError } from "../../gateway/backup/backupError.ts";
import { restoreBackup } from "../../gateway/backup/restoreBackup.ts";
import { writeBackup } from "../../gateway/backup/writeBackup.ts";
import type { Database } from "../../gateway/database/database.ts";
import { assertSameChain } from "../../gateway/ledger/assertSameChain.ts";
import { emptyDatabase } from "./helpers/emptyDatabase.ts";
import { pause } from "./helpers/pause.ts";
import { startAnvil, type TestChain } from "./helpers/startAnvil.ts";
import { testDatabase } from "./helpers/testDatabase.ts";

const passphrase = "for tests only";
describe("A backup", function () {
  this.timeout(180_000);
  let folder: string;
  let file: string;
  let full: Database;
  let empty: Database;
  let chain: TestChain;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "backup-"));
    file = join(folder, "backup");
    [full, empty] = await Promise.all([testDatabase(), emptyDatabase()]);
    chain = await startAnvil();
    await assertSameChain(full, chain.rpc, chain.chainId);
    await full.query(
      `INSERT INTO local.party (member_id, name, name_zh, party_scheme, party_id, salt)
       SELECT n, 'Name "' || n || E'"\\n', '华东钢铁', 'local', n::text, 'salt' FROM generate_series(1, 1200) n`,
    );
    await full.query("SELECT nextval('local.quote_number') FROM generate_series(1, 41)");
    const handle = await open(file, "wx");
    const written = await writeBackup({ database: full, passphrase, scryptCost: 1_024 }, handle);
    await handle.close();
    expect(written.rows).to.equal(1_201);
  });

  after(async () => {
    await Promise.all([full.close(), empty.close(), chain.stop()]);
    await rm(folder, { recursive: true });
  });

  const restore = (path: string, changes: Partial<Parameters<typeof restoreBackup>[0]> = {}) =>
    restoreBackup({ file: path, passphrase, open: async () => empty, rpc: chain.rpc, ...changes });
  const refusal = async (path: string, changes = {}) =>
    restore(path, changes).then(
      () => "restored",
      (error: Error) => error.message,
    );
  const parties = (database: Database) =>
    database.query("SELECT * FROM local.party ORDER BY member_id");

  const changed = async (name: string, change: (bytes: Buffer) => Buffer): Promise<string> => {
    const path = join(folder, name);
    await writeFile(path, change(await readFile(file)));
    return path;
  };

  it("is refused when it was cut off, changed, or made with another passphrase", async () => {
    const cut = await changed("cut", (bytes) => bytes.subarray(0, bytes.length - 9));
    expect(await refusal(cut)).to.include("cut off");
    const bad = await changed("bad", (bytes) => {
      bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
      return bytes;
    });
    expect(await refusal(bad)).to.include("changed");
    // Whole frames that are gone leave the numbers of the others wrong.
    const short = await changed("short", (bytes) => {
      const head = bytes.indexOf(10) + 1;
      const length = 5 + bytes.readUInt32BE(head);
      return Buffer.concat([bytes.subarray(0, head), bytes.subarray(head + length)]);
    });
    expect(await refusal(short)).to.include("file was changed");
    expect(await refusal(file, { passphrase: "something else" })).to.include("passphrase");
  });

  it("is refused in a sentence whichever of its bytes is another one", async () => {
    const { length } = await readFile(file);
    const some = Array.from({ length: 40 }, (_, index) => 120 + Math.floor((index * length) / 41));
    for (const place of [...Array(120).keys(), ...some.filter((each) => each < length)]) {
      const flipped = await changed("flipped", (bytes) => {
        bytes[place] = (bytes[place] ?? 0) ^ 8;
        return bytes;
      });
      const error = await restore(flipped).catch((reason: unknown) => reason);
      expect(error, `byte ${place}`).to.be.instanceOf(BackupError);
    }
    expect(await empty.query("SELECT 1 FROM pg_namespace WHERE nspname = 'local'")).to.have.length(
      0,
    );
  });

  it("is refused for another chain", async () => {
    // The first block's time makes it another chain.
    await pause(1_100);
    const other = await startAnvil();
    const said = await refusal(file, { rpc: other.rpc });
    await other.stop();
    expect(said).to.include("genesis");
  });

  it("says nothing to who has not the passphrase", async () => {
    const text = (await readFile(file)).toString("latin1");
    expect(text).to.not.include("party").and.not.include("Name");
  });

  it("brings every row and every number back", async () => {
    expect((await restore(file)).rows).to.equal(1_201);
    expect(await parties(empty)).to.deep.equal(await parties(full));
    const [next] = await empty.query<{ n: bigint }>("SELECT nextval('local.quote_number') AS n");
    expect(next?.n).to.equal(42n);
  });

  it("does not go over what a database holds unless told to", async () => {
    expect(await refusal(file)).to.include("not empty");
    await empty.query("UPDATE local.party SET name = 'newer'");
    expect((await restore(file, { replace: true })).rows).to.equal(1_201);
    expect(await parties(empty)).to.deep.equal(await parties(full));
  });
});
