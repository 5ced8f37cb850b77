import { expect } from "chai";
import { Transaction, Wallet } from "ethers";
import type { Identity } from "../../../gateway/auth/identity.ts";
import type { DirectoryMember } from "../../../gateway/auth/memberDirectory.ts";
import type { Database } from "../../../gateway/database/database.ts";
import { createKeystore } from "../../../gateway/keystore/createKeystore.ts";
import { createSignerPool } from "../../../gateway/ledger/createSignerPool.ts";
import type { Outbox } from "../../../gateway/outbox/outbox.ts";
import { emptyTables } from "../helpers/emptyTables.ts";
import { OutboxScene } from "../helpers/outboxScene.ts";
import { pause } from "../helpers/pause.ts";
import { testDatabase } from "../helpers/testDatabase.ts";
import { testMember } from "../helpers/testMember.ts";

const member = testMember(1, "ada");
const second = new Wallet(`0x${"12".repeat(32)}`);
const both = [member.account, second.address];

describe("A pool of a member's signers", function () {
  this.timeout(60_000);
  let database: Database;
  let scene: OutboxScene;
  let outbox: Outbox;

  before(async () => {
    database = await testDatabase();
  });
  after(() => database.close());
  beforeEach(async () => {
    await emptyTables(database);
    scene = await OutboxScene.open(database);
    outbox = await scene.outbox(scene.chain.rpc, { maxInFlightPerSigner: 4 });
  });
  afterEach(() => scene.close());

  const identity: Identity = {
    memberId: 1,
    account: member.account,
    name: "ada",
    roles: ["supplier"],
    person: "Ada",
    scopes: ["write"],
    by: "bearer",
  };
  const keystore = () =>
    createKeystore({ database, passphrase: "for tests only", scryptCost: 1024 });
  const pool = (changes: Partial<DirectoryMember> = {}, members: readonly number[] | "all" = [1]) =>
    createSignerPool({
      members,
      outbox,
      keystore: keystore(),
      directory: { find: async () => ({ ...member, accounts: both, ...changes }) },
    });
  const chosen = async (choose: ReturnType<typeof createSignerPool>) => {
    const accounts = new Set<string>();
    for (let turn = 0; turn < 6; turn++) accounts.add((await choose(identity)).toLowerCase());
    return [...accounts].sort();
  };
  const all = both.map((account) => account.toLowerCase()).sort();
  const primary = [member.account.toLowerCase()];

  it("is used only for members that are named, and only with keys that are held and active", async () => {
    expect(await chosen(pool()), "its key is not held").to.deep.equal(primary);
    await keystore().add(1, second.privateKey);
    expect(await chosen(pool())).to.deep.equal(all);
    expect(await chosen(pool({}, "all"))).to.deep.equal(all);
    expect(await chosen(pool({}, [])), "by default").to.deep.equal(primary);
    expect(await chosen(pool({}, [2]))).to.deep.equal(primary);
    expect(await chosen(pool({ accounts: [member.account] })), "revoked").to.deep.equal(primary);
    for (const role of ["operator", "legal"] as const)
      expect(await chosen(pool({ roles: [role] })), role).to.deep.equal(primary);
  });

  it("spreads writes, so that more of them are under way than one signer may have", async () => {
    await keystore().add(1, second.privateKey);
    await scene.chain.rpc.send("evm_setAutomine", [false]);
    const choose = pool();
    const submitted: Promise<unknown>[] = [];
    for (let count = 0; count < 8; count++) {
      const from = await choose(identity);
      submitted.push(outbox.submit({ ...scene.note(scene.request()), from }));
      while (outbox.status().pending <= count) await pause(5);
    }
    const pooled = async () =>
      Number(
        await scene.chain.rpc
          .send("txpool_status", [])
          .then((status) => (status as { pending: string }).pending),
      );
    while ((await pooled()) < 8) await pause(10);
    await scene.chain.rpc.send("evm_mine", []);
    await Promise.all(submitted);
    const rows = await database.query<{ raw: string; nonce: bigint }>(
      "SELECT raw, nonce FROM local.outbox ORDER BY nonce",
    );
    const bySender = Map.groupBy(rows, ({ raw }) => Transaction.from(raw).from ?? "");
    const spread = both.map((account) => bySender.get(account)?.map(({ nonce }) => Number(nonce)));
    expect(spread).to.deep.equal([
      [0, 1, 2, 3],
      [0, 1, 2, 3],
    ]);
    expect(await scene.notes()).to.equal(8);
  });

  it("never makes a request twice because its repetition would be signed by another account", async () => {
    await keystore().add(1, second.privateKey);
    const request = scene.request();
    const made = await outbox.submit(scene.note(request));
    const repeated = { ...scene.note({ ...request, isFresh: false }), from: second.address };
    expect((await outbox.submit(repeated)).transactionHash).to.equal(made.transactionHash);
    expect(await scene.notes()).to.equal(1);
  });
});
