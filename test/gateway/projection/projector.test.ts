import { applyEvent, type EventHandlers } from "@tallystick/sdk";
import { expect } from "chai";
import { createChainSource } from "../../../gateway/chain/createChainSource.ts";
import { createEventDecoder } from "../../../gateway/chain/createEventDecoder.ts";
import type { Database } from "../../../gateway/database/database.ts";
import type { Ledger } from "../../../gateway/ledger/ledger.ts";
import { createProjector } from "../../../gateway/projection/createProjector.ts";
import type { Projector } from "../../../gateway/projection/projector.ts";
import { deployNotebook } from "../helpers/deployNotebook.ts";
import { emptyTables } from "../helpers/emptyTables.ts";
import { silentLogger } from "../helpers/silentLogger.ts";
import { startAnvil, type TestChain } from "../helpers/startAnvil.ts";
import { testDatabase } from "../helpers/testDatabase.ts";
import { writeNotes } from "../helpers/writeNotes.ts";

interface Noted {
  member: bigint;
  number: bigint;
  text: string;
}

const handlers: EventHandlers = {
  "Notebook.Noted": applyEvent<Noted>(async (transaction, { args }) => {
    transaction.put("note", { number: args.number, member: args.member, text: args.text });
    const key = { member: args.member };
    const shelf = await transaction.find("shelf", key);
    if (shelf === undefined) transaction.put("shelf", { ...key, notes: 1n });
    else
      await transaction.change("shelf", key, (row) => ({
        notes: BigInt(String(row["notes"])) + 1n,
      }));
  }),
};

describe("The projector", function () {
  this.timeout(60_000);
  let chain: TestChain;
  let ledger: Ledger;
  let database: Database;
  let projector: Projector | undefined;

  beforeEach(async () => {
    await emptyTables(database);
    chain = await startAnvil();
    ledger = await deployNotebook(chain);
  });

  before(async () => {
    database = await testDatabase();
    await database.query(
      "CREATE TABLE projected.note (number int8 PRIMARY KEY, member int8 NOT NULL, text text)",
    );
    await database.query(
      "CREATE TABLE projected.shelf (member int8 PRIMARY KEY, notes int8 NOT NULL)",
    );
  });

  afterEach(async () => {
    await projector?.stop();
    await chain.stop();
  });

  after(() => database.close());

  const project = async (changes: Partial<Parameters<typeof createProjector>[0]> = {}) => {
    const decoder = createEventDecoder(ledger.contracts);
    const source = createChainSource(chain.rpc, decoder.addresses);
    const fixed = { database, decoder, source, handlers, recordOnly: ["Notebook.Marked"] };
    const defaults = {
      schemaFingerprint: "1",
      finality: "reorganising",
      logger: silentLogger,
    } as const;
    projector = createProjector({ ...fixed, ...defaults, ...changes });
    await projector.start();
    return projector;
  };

  const everything = async () => ({
    notes: await database.query("SELECT * FROM projected.note ORDER BY number"),
    shelves: await database.query("SELECT * FROM projected.shelf ORDER BY member"),
    events: await database.query("SELECT * FROM projected.event ORDER BY key"),
    checkpoint: await database.query("SELECT block_number, block_hash FROM projected.checkpoint"),
  });

  it("writes rows, the event log and the checkpoint in chain order", async () => {
    const head = await writeNotes(chain, ledger, 30);
    await (await project({ batchBlocks: 7 })).waitForBlock(head);
    const { notes, shelves, events } = await everything();
    expect(notes).to.have.length(30);
    expect(shelves.map((shelf) => shelf["notes"])).to.deep.equal([10n, 10n, 10n]);
    const keys = events.map((event) => String(event["key"]));
    expect(keys).to.deep.equal([...keys].sort());
    expect(events[0]?.["args"]).to.deep.include({ member: "1", number: "1", text: "note 0" });
  });

  it("rebuilds equal from the chain after everything projected was deleted", async () => {
    const head = await writeNotes(chain, ledger, 20);
    await (await project()).waitForBlock(head);
    const before = await everything();
    await projector?.stop();
    for (const table of ["note", "shelf", "event", "checkpoint"]) {
      await database.query(`TRUNCATE projected.${table}`);
    }
    await (await project({ batchBlocks: 3 })).waitForBlock(head);
    expect(await everything()).to.deep.equal(before);
  });

  it("goes on where it was after a restart, and projects again when its code changed", async () => {
    await (await project()).waitForBlock(await writeNotes(chain, ledger, 5));
    await projector?.stop();
    await database.query("UPDATE projected.note SET text = 'kept' WHERE number = 1");
    await (await project()).waitForBlock(await writeNotes(chain, ledger, 5));
    expect((await everything()).notes).to.have.length(10);
    expect((await everything()).notes[0]?.["text"]).to.equal("kept");
    await projector?.stop();
    await (await project({ schemaFingerprint: "2" })).waitForBlock(11);
    expect((await everything()).notes[0]?.["text"]).to.equal("note 0");
  });

  it("leaves no trace of blocks that a reorganisation took away", async () => {
    const snapshot = await chain.rpc.send("evm_snapshot", []);
    await (await project()).waitForBlock(await writeNotes(chain, ledger, 6));
    await chain.rpc.send("evm_revert", [snapshot]);
    const head = await writeNotes(chain, ledger, 9, "other");
    await projector?.waitForBlock(head);
    const { notes, events } = await everything();
    expect(notes.map((note) => note["text"])).to.deep.equal(
      Array.from({ length: 9 }, (_, i) => `other ${i}`),
    );
    expect(events).to.have.length(9);
  });

  it("stops with a sentence when a final chain reorganises", async () => {
    const snapshot = await chain.rpc.send("evm_snapshot", []);
    await (await project({ finality: "final" })).waitForBlock(await writeNotes(chain, ledger, 2));
    await chain.rpc.send("evm_revert", [snapshot]);
    const head = await writeNotes(chain, ledger, 3, "other");
    const refusal = await projector?.waitForBlock(head + 1).catch((error: Error) => error.message);
    expect(refusal).to.include("Incident");
    expect(projector?.status().state).to.equal("stopped");
  });

  it("that stopped goes on once somebody has it project everything again", async () => {
    const snapshot = await chain.rpc.send("evm_snapshot", []);
    const running = await project({ finality: "final" });
    await running.waitForBlock(await writeNotes(chain, ledger, 2));
    await chain.rpc.send("evm_revert", [snapshot]);
    const head = await writeNotes(chain, ledger, 3, "other");
    await running.waitForBlock(head + 1).catch(() => undefined);
    await running.rebuild();
    await running.waitForBlock(head);
    expect(running.status()).to.include({ state: "following", sentence: undefined });
    const { notes } = await everything();
    expect(notes.map((note) => note["text"])).to.deep.equal(["other 0", "other 1", "other 2"]);
  });

  it("refuses to start when an event has no apply", async () => {
    const refusal = await project({ recordOnly: [] }).catch((error: Error) => error.message);
    expect(refusal).to.equal(
      "These events have no apply and are not record-only: Notebook.Marked.",
    );
  });

  it("stops with a sentence, and half of nothing, when an apply meets a row that must exist and does not", async () => {
    const wrong: EventHandlers = {
      "Notebook.Noted": async (transaction, event) => {
        transaction.put("note", { number: 1n, member: 1n, text: event.key });
        await transaction.change("shelf", { member: 404n }, { notes: 0n });
      },
    };
    const running = await project({ handlers: wrong });
    const head = await writeNotes(chain, ledger, 1);
    const refusal = await running.waitForBlock(head).catch((error: Error) => error.message);
    expect(refusal).to.equal("Table shelf has no row 404 to change.");
    expect((await everything()).notes).to.deep.equal([]);
  });

  it("rides out a node that does not answer for a while", async () => {
    const head = await writeNotes(chain, ledger, 3);
    const decoder = createEventDecoder(ledger.contracts);
    let failures = 5;
    const send = (method: string, parameters: unknown[]) => {
      if (method === "eth_getLogs" && failures-- > 0)
        return Promise.reject(new Error("unreachable"));
      return chain.rpc.send(method, parameters);
    };
    await (await project({ source: createChainSource({ send }, decoder.addresses) })).waitForBlock(
      head,
    );
    expect((await everything()).notes).to.have.length(3);
  });
});
