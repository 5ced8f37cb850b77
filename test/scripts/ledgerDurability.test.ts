import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { expect } from "chai";
import { keccak256 } from "ethers";
import { callRpc } from "../helpers/callRpc.ts";
import { faultRounds } from "../helpers/faultRounds.ts";
import { type KillableLedger, killableLedger } from "../helpers/killableLedger.ts";
import { ledgerLoad } from "../helpers/ledgerLoad.ts";

const KILLS = faultRounds(20);
const SENDERS = 24;

type Receipt = { transactionHash: string; blockHash: string; blockNumber: string; status: string };
type Sender = { wallet: number; nonce: number };

/** mulberry32: the same seed gives the same kill times. */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Sends one transaction after the other until the ledger is gone; keeps what was acknowledged. */
async function sendUntilDead(url: string, sender: Sender, kept: Map<string, Receipt | undefined>) {
  for (;;) {
    const raw = await ledgerLoad.note(sender.wallet, sender.nonce);
    try {
      const receipt = await callRpc.call<Receipt>(url, "eth_sendRawTransactionSync", raw);
      kept.set(receipt.transactionHash, receipt);
      sender.nonce += 1;
    } catch (error) {
      if (!(error instanceof Error) || error.message !== "nonce too low") return;
      // Kept just before a kill, which swallowed the answer.
      kept.set(keccak256(raw), undefined);
      sender.nonce += 1;
    }
  }
}

/** Every kept transaction succeeded, in the block that its acknowledgement named. */
async function assertKept(url: string, kept: ReadonlyMap<string, Receipt | undefined>) {
  const hashes = [...kept.keys()];
  for (let at = 0; at < hashes.length; at += 250) {
    const calls = hashes.slice(at, at + 250).map((hash, id) => ({
      jsonrpc: "2.0",
      id,
      method: "eth_getTransactionReceipt",
      params: [hash],
    }));
    const { answer } = await callRpc.post(url, JSON.stringify(calls));
    for (const { id, result } of answer as { id: number; result: Receipt | null }[]) {
      const hash = hashes[at + id] ?? "";
      expect(result?.status, `status of ${hash}`).to.equal("0x1");
      const before = kept.get(hash);
      if (before) expect(result?.blockHash, `block of ${hash}`).to.equal(before.blockHash);
    }
  }
}

describe("the embedded ledger, when killed", function () {
  this.timeout(KILLS * 15_000);
  let directory: string;
  let ledger: KillableLedger | undefined;

  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), "tallystick-ledger-"));
  });

  afterEach(async () => {
    await ledger?.killAll();
    await rm(directory, { recursive: true, force: true });
  });

  it(`keeps every acknowledged transaction, in the same block, over ${KILLS} kills under load`, async () => {
    const seed = Number(process.env["TALLYSTICK_KILL_SEED"] ?? Date.now() % 1_000_000);
    const random = randomOf(seed);
    const kept = new Map<string, Receipt | undefined>();
    const senders = Array.from({ length: SENDERS }, (_, index) => ({
      wallet: index + 1,
      nonce: 0,
    }));
    let fromCheckpoint = 0;
    try {
      ledger = await killableLedger.start(directory);
      await callRpc.call(ledger.url, "eth_sendRawTransaction", await ledgerLoad.deployment());
      for (let kill = 1; kill <= KILLS; kill++) {
        const { url } = ledger;
        const load = Promise.all(senders.map((sender) => sendUntilDead(url, sender, kept)));
        await setTimeout(50 + random() * 450);
        await ledger.killAll();
        await load;
        // A start may be killed as well, wherever it stands.
        if (kill % 5 === 0) await killableLedger.startAndKill(directory, 200 + random() * 800);
        ledger = await killableLedger.start(directory);
        if (ledger.checkpoint > 0) fromCheckpoint += 1;
        await assertKept(ledger.url, kept);
      }
      const total = await callRpc.call<string>(
        ledger.url,
        "eth_call",
        ledgerLoad.call("total"),
        "latest",
      );
      // What was sent last by each sender may be there too: its answer was lost in the last kill.
      expect(Number(total)).to.be.within(kept.size, kept.size + SENDERS);
      expect(kept.size).to.be.greaterThan(KILLS * 10);
      expect(fromCheckpoint, "starts from a checkpoint").to.be.greaterThan(0);
    } catch (error) {
      console.error(`TALLYSTICK_KILL_SEED=${seed} repeats these kill times`);
      throw error;
    }
  });

  it("refuses to write when the disk is full, goes on reading, and loses nothing", async () => {
    ledger = await killableLedger.start(directory, { fileKiB: 24 });
    const { url } = ledger;
    const kept = new Map<string, Receipt | undefined>();
    await callRpc.call(url, "eth_sendRawTransaction", await ledgerLoad.deployment());
    await sendUntilDead(url, { wallet: 1, nonce: 0 }, kept);
    expect(kept.size).to.be.greaterThan(20);
    const status = await callRpc.call<{ failure: string }>(url, "tally_status");
    expect(status.failure).to.match(
      /^The ledger could not write its journal \(.+\) and takes no more transactions until it is restarted\.$/,
    );
    const refusal = await callRpc
      .call(url, "eth_sendRawTransaction", await ledgerLoad.note(2, 0))
      .then(() => "", String);
    expect(refusal).to.include(status.failure);
    await assertKept(url, kept);
    await ledger.killAll();
    ledger = await killableLedger.start(directory);
    await assertKept(ledger.url, kept);
    await callRpc.call(ledger.url, "eth_sendRawTransaction", await ledgerLoad.note(2, 0));
  });

  it("leaves no node behind when only its launcher is killed", async () => {
    ledger = await killableLedger.start(directory);
    const { nodeProcessId } = await callRpc.call<{ nodeProcessId: number }>(
      ledger.url,
      "tally_status",
    );
    await ledger.killLauncher();
    const isRunning = (): boolean => {
      try {
        return process.kill(-nodeProcessId, 0);
      } catch {
        return false;
      }
    };
    for (let wait = 0; wait < 100 && isRunning(); wait++) await setTimeout(50);
    expect(isRunning()).to.equal(false);
  });
});
