import {
  appendFile,
  mkdtemp,
  open as openFile,
  readdir,
  readFile,
  rm,
  stat,
  truncate,
  writeFile,
} from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { expect } from "chai";
import { LedgerError } from "../../scripts/ledger/LedgerError.ts";
import type { EmbeddedLedger, LedgerOptions } from "../../scripts/ledger/LedgerOptions.ts";
import { startLedger } from "../../scripts/ledger/startLedger.ts";
import { callRpc } from "../helpers/callRpc.ts";
import { ledgerLoad } from "../helpers/ledgerLoad.ts";

const START = Date.UTC(2012, 0, 2) / 1000;
const DAY = 86_400;

async function refusalOf(promise: Promise<EmbeddedLedger>): Promise<LedgerError> {
  try {
    await (await promise).close();
  } catch (error) {
    if (error instanceof LedgerError) return error;
    throw error;
  }
  throw new Error("the ledger started");
}

describe("the embedded ledger's directory", function () {
  this.timeout(60_000);
  let directory: string;
  const open: EmbeddedLedger[] = [];

  async function start(options: Partial<LedgerOptions> = {}): Promise<EmbeddedLedger> {
    const ledger = await startLedger({ directory, ...options });
    open.push(ledger);
    return ledger;
  }

  const send = (ledger: EmbeddedLedger, raw: string): Promise<string> =>
    callRpc.call<string>(ledger.url, "eth_sendRawTransaction", raw);

  /** A ledger with a contract and `count` blocks of one transaction each, closed again. */
  async function makeBlocks(count: number): Promise<{ hash: string; number: number }> {
    const ledger = await start();
    await send(ledger, await ledgerLoad.deployment());
    for (let nonce = 0; nonce < count; nonce++) await send(ledger, await ledgerLoad.note(1, nonce));
    const { hash, number } = ledger.status();
    await ledger.close();
    return { hash, number };
  }

  async function flipByte(path: string, at: number): Promise<void> {
    const file = await openFile(path, "r+");
    const byte = Buffer.alloc(1);
    await file.read(byte, 0, 1, at);
    await file.write(Buffer.from([(byte[0] ?? 0) ^ 0xff]), 0, 1, at);
    await file.close();
  }

  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), "tallystick-ledger-"));
  });

  afterEach(async () => {
    for (const ledger of open.splice(0)) await ledger.close();
    await rm(directory, { recursive: true, force: true });
  });

  describe("belongs to one launcher and one fingerprint:", () => {
    it("a second launcher is refused", async () => {
      await start();
      const refusal = await refusalOf(startLedger({ directory }));
      expect(refusal.code).to.equal("DIRECTORY_IN_USE");
      expect(refusal.message).to.equal(
        `Another process is running the ledger in ${directory}. Stop it first, or choose another directory.`,
      );
    });

    it("a state made with other contracts is refused, and left as it is", async () => {
      await (await start({ fingerprint: "contracts-a" })).close();
      const before = await readFile(join(directory, "journal"));
      const refusal = await refusalOf(startLedger({ directory, fingerprint: "contracts-b" }));
      expect(refusal.code).to.equal("FINGERPRINT_MISMATCH");
      expect(refusal.message).to.include("contracts-a").and.to.include("contracts-b");
      expect(await readFile(join(directory, "journal"))).to.deep.equal(before);
      await start({ fingerprint: "contracts-a" });
    });

    it("another chain id is refused", async () => {
      await (await start({ chainId: 7 })).close();
      expect((await refusalOf(startLedger({ directory, chainId: 8 }))).code).to.equal(
        "CHAIN_MISMATCH",
      );
    });

    it("an unreadable meta.json is refused", async () => {
      await (await start()).close();
      await writeFile(join(directory, "meta.json"), "{");
      expect((await refusalOf(startLedger({ directory }))).code).to.equal("META_UNREADABLE");
    });

    it("a meta.json of another chain beside the journal is refused", async () => {
      await (await start()).close();
      await rm(join(directory, "meta.json"));
      const refusal = await refusalOf(
        startLedger({ directory, clock: { mode: "manual", start: 5 } }),
      );
      expect(refusal.code).to.equal("CHAIN_MISMATCH");
    });

    it("a port that is taken is named", async () => {
      const { port } = await start();
      const other = await mkdtemp(join(tmpdir(), "tallystick-ledger-"));
      try {
        const refusal = await refusalOf(startLedger({ directory: other, port }));
        expect(refusal.message).to.equal(`Port ${port} of this machine is taken.`);
      } finally {
        await rm(other, { recursive: true, force: true });
      }
    });
  });

  describe("survives damage:", () => {
    it("a torn last record is cut off, at any length", async () => {
      const { number } = await makeBlocks(3);
      const path = join(directory, "journal");
      const whole = await readFile(path);
      const sizes = [1, 30, 44, 60, 120].map((cut) => whole.length - cut);
      for (const size of sizes) {
        await writeFile(path, whole.subarray(0, size));
        const ledger = await start();
        expect(ledger.status().number).to.be.within(number - 1, number);
        await ledger.close();
      }
    });

    it("zeros and noise after the last record are cut off", async () => {
      const { hash } = await makeBlocks(2);
      const path = join(directory, "journal");
      const { size } = await stat(path);
      for (const tail of [Buffer.alloc(4096), Buffer.from("TLYJ half a header")]) {
        await appendFile(path, tail);
        const ledger = await start();
        expect(ledger.status().hash).to.equal(hash);
        await ledger.close();
        expect((await stat(path)).size).to.equal(size);
      }
    });

    it("a damaged byte anywhere before is refused, and nothing is changed", async () => {
      await makeBlocks(3);
      const path = join(directory, "journal");
      const whole = await readFile(path);
      // In the first record, a length, the middle, and the last block's record before its seal.
      for (const at of [2, 7, 70, Math.floor(whole.length / 2), whole.length - 100]) {
        await flipByte(path, at);
        const damaged = await readFile(path);
        const refusal = await refusalOf(startLedger({ directory }));
        expect(refusal.code, `byte ${at}`).to.equal("JOURNAL_CORRUPT");
        expect(refusal.message).to.match(/is damaged at byte \d+, and readable records follow/);
        expect(await readFile(path)).to.deep.equal(damaged);
        await writeFile(path, whole);
      }
      await truncate(path, whole.length);
      await start();
    });

    it("a damaged checkpoint is passed over, and the journal replayed", async () => {
      let ledger = await start();
      await send(ledger, await ledgerLoad.deployment());
      await ledger.checkpoint();
      const { hash } = ledger.status();
      await ledger.close();
      ledger = await start();
      expect(ledger.restored).to.include({ checkpoint: 1 });
      await ledger.close();
      const files = await readdir(join(directory, "checkpoints"));
      const state = files.find((file) => file.endsWith(".state.gz")) ?? "";
      await flipByte(join(directory, "checkpoints", state), 200);
      ledger = await start();
      expect(ledger.restored.checkpoint).to.equal(0);
      expect(ledger.restored.passedOver).to.have.length(1);
      expect(ledger.status().hash).to.equal(hash);
    });

    it("a node that dies is replaced, and what was acknowledged is there", async () => {
      const ledger = await start();
      const hash = await send(ledger, await ledgerLoad.deployment());
      const { nodeProcessId } = ledger.status();
      const raws = await Promise.all(
        Array.from({ length: 60 }, (_, index) => ledgerLoad.note(index + 1, 0)),
      );
      const sent = Promise.allSettled(raws.map((raw) => send(ledger, raw)));
      await setTimeout(15);
      process.kill(-nodeProcessId, "SIGKILL");
      const outcomes = await sent;
      const acknowledged = outcomes.filter(({ status }) => status === "fulfilled").length;
      await ledger.mine();
      expect(ledger.status().nodeProcessId).not.to.equal(nodeProcessId);
      const receipt = await callRpc.call(ledger.url, "eth_getTransactionReceipt", hash);
      expect(receipt).to.have.property("status", "0x1");
      const total = await callRpc.call(ledger.url, "eth_call", ledgerLoad.call("total"), "latest");
      expect(Number(total)).to.equal(acknowledged);
    });

    it("a checkpoint answers for old blocks, receipts and logs as the replay does", async () => {
      let ledger = await start();
      await send(ledger, await ledgerLoad.deployment());
      for (let nonce = 0; nonce < 5; nonce++) await send(ledger, await ledgerLoad.note(2, nonce));
      const ask = async () => ({
        blocks: await Promise.all(
          ["0x0", "0x1", "0x3", "latest"].map((tag) =>
            callRpc.call(ledger.url, "eth_getBlockByNumber", tag, true),
          ),
        ),
        receipts: await callRpc.call(ledger.url, "eth_getBlockReceipts", "0x3"),
        logs: await callRpc.call<unknown[]>(ledger.url, "eth_getLogs", {
          fromBlock: "0x0",
          toBlock: "latest",
        }),
      });
      const before = await ask();
      expect(before.logs).to.have.length(15);
      await ledger.checkpoint();
      await ledger.close();
      ledger = await start();
      expect(ledger.restored.checkpoint).to.equal(6);
      expect(await ask()).to.deep.equal(before);
      await send(ledger, await ledgerLoad.note(2, 5));
      const { hash } = ledger.status();
      await ledger.close();
      await rm(join(directory, "checkpoints"), { recursive: true });
      expect((await start()).status().hash).to.equal(hash);
    });
  });

  describe("keeps the time:", () => {
    const time = async (ledger: EmbeddedLedger, tag = "latest"): Promise<number> =>
      Number(await callRpc.call(ledger.url, "eth_call", ledgerLoad.call("time"), tag));

    it("a manual clock begins at its start, stands still, and jumps from day to day", async () => {
      const options = { clock: { mode: "manual", start: START } } as const;
      let ledger = await start(options);
      await send(ledger, await ledgerLoad.deployment());
      expect(await time(ledger)).to.equal(START);
      await setTimeout(1100);
      await send(ledger, await ledgerLoad.note(1, 0));
      expect(await time(ledger)).to.equal(START);
      const jump = await callRpc.call(ledger.url, "tally_setTime", START + DAY);
      expect(jump).to.include({ number: 3, timestamp: START + DAY });
      expect(await time(ledger)).to.equal(START + DAY);
      await setTimeout(1100);
      expect(await time(ledger, "pending")).to.equal(START + DAY);
      await ledger.checkpoint();
      await ledger.close();
      ledger = await start(options);
      expect(ledger.restored.checkpoint).to.equal(3);
      expect(await time(ledger)).to.equal(START + DAY);
      expect(await time(ledger, "pending")).to.equal(START + DAY);
      await send(ledger, await ledgerLoad.note(1, 1));
      expect(ledger.status()).to.include({ timestamp: START + DAY, number: 4 });
    });

    it("the clock never goes back, and takes whole seconds only", async () => {
      const ledger = await start({ clock: { mode: "manual", start: START } });
      for (const bad of [START - 1, START + 0.5, START * 1000, "tomorrow", null]) {
        const sent = callRpc.call(ledger.url, "tally_setTime", bad).then(
          () => "taken",
          (error: { code?: unknown }) => error.code,
        );
        expect(await sent, String(bad)).to.equal(-32602);
      }
      expect(ledger.status().number).to.equal(0);
      await ledger.setTime(START);
      expect(ledger.status().timestamp).to.equal(START);
    });

    it("a wall clock stays within a second, however many blocks are made", async () => {
      const ledger = await start();
      await send(ledger, await ledgerLoad.deployment());
      for (let nonce = 0; nonce < 40; nonce++) await send(ledger, await ledgerLoad.note(1, nonce));
      const { timestamp, number } = ledger.status();
      expect(number).to.equal(41);
      expect(timestamp).to.be.within(Date.now() / 1000 - 2, Date.now() / 1000);
    });

    it("a wall clock that starts in the past runs on from there, over a restart too", async () => {
      const options = { clock: { mode: "wall", start: START } } as const;
      let ledger = await start(options);
      await setTimeout(1100);
      const first = (await ledger.mine()).timestamp;
      expect(first).to.be.within(START + 1, START + 5);
      await ledger.close();
      ledger = await start(options);
      expect((await ledger.mine()).timestamp).to.be.within(first, first + 3);
    });

    it("an idle chain on the wall clock still makes a block now and then", async () => {
      const ledger = await start({ emptyBlockSeconds: 1 });
      for (let wait = 0; wait < 50 && ledger.status().number === 0; wait++) await setTimeout(100);
      expect(ledger.status().number).to.be.greaterThan(0);
    });
  });
});
