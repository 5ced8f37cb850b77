import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { expect } from "chai";
import { Transaction } from "ethers";
import { LedgerProvider } from "../../scripts/client/LedgerProvider.ts";
import type { EmbeddedLedger, LedgerOptions } from "../../scripts/ledger/LedgerOptions.ts";
import { startLedger } from "../../scripts/ledger/startLedger.ts";
import { callRpc } from "../helpers/callRpc.ts";
import { ledgerLoad } from "../helpers/ledgerLoad.ts";

type Block = { number: string; hash: string; timestamp: string; transactions: string[] };

/** The error that a promise ends with. */
async function failureOf(promise: Promise<unknown>): Promise<Error & { code?: unknown }> {
  try {
    await promise;
  } catch (error) {
    if (error instanceof Error) return error;
  }
  throw new Error("nothing failed");
}

describe("the embedded ledger", function () {
  this.timeout(60_000);
  let directory: string;
  const open: EmbeddedLedger[] = [];

  async function start(options: Partial<LedgerOptions> = {}): Promise<EmbeddedLedger> {
    const ledger = await startLedger({ directory, ...options });
    open.push(ledger);
    return ledger;
  }

  const blockOf = (ledger: EmbeddedLedger, tag: string): Promise<Block> =>
    callRpc.call<Block>(ledger.url, "eth_getBlockByNumber", tag, false);

  const send = (ledger: EmbeddedLedger, raw: string): Promise<string> =>
    callRpc.call<string>(ledger.url, "eth_sendRawTransaction", raw);

  async function chainOf(ledger: EmbeddedLedger): Promise<Block[]> {
    const { number } = ledger.status();
    const numbers = Array.from({ length: number + 1 }, (_, index) => index);
    return Promise.all(numbers.map((index) => blockOf(ledger, `0x${index.toString(16)}`)));
  }

  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), "tallystick-ledger-"));
  });

  afterEach(async () => {
    for (const ledger of open.splice(0)) await ledger.close();
    await rm(directory, { recursive: true, force: true });
  });

  describe("as a node", () => {
    it("has mined a transaction when it answers with the hash", async () => {
      const ledger = await start();
      const raw = await ledgerLoad.deployment();
      const hash = await send(ledger, raw);
      expect(hash).to.equal(Transaction.from(raw).hash);
      const receipt = await callRpc.call<{ status: string }>(
        ledger.url,
        "eth_getTransactionReceipt",
        hash,
      );
      expect(receipt.status).to.equal("0x1");
    });

    it("serves ethers, at a gas price of 0", async () => {
      const ledger = await start();
      const provider = new LedgerProvider(ledger.url, undefined, { polling: true });
      try {
        const wallet = ledgerLoad.walletOf(7).connect(provider);
        const sent = await wallet.sendTransaction({ to: ledgerLoad.target, data: "0x" });
        const receipt = await sent.wait();
        expect(receipt?.status).to.equal(1);
        expect(receipt?.fee).to.equal(0n);
        expect((await provider.getFeeData()).maxPriorityFeePerGas ?? 0n).to.equal(0n);
      } finally {
        provider.destroy();
      }
    });

    it("gathers what arrives at once into few blocks, in an order that it keeps", async () => {
      const ledger = await start();
      await send(ledger, await ledgerLoad.deployment());
      const raws = await Promise.all(
        Array.from({ length: 300 }, (_, index) =>
          ledgerLoad.note(1 + (index % 10), Math.floor(index / 10)),
        ),
      );
      await Promise.all(raws.map((raw) => send(ledger, raw)));
      const total = await callRpc.call(ledger.url, "eth_call", ledgerLoad.call("total"), "latest");
      expect(Number(total)).to.equal(300);
      expect(ledger.status().number).to.be.lessThan(60);
    });

    it("answers a batch: its own methods, the node's and refused ones, each by its id", async () => {
      const ledger = await start();
      const call = (id: number, method: string, ...params: unknown[]) => ({
        jsonrpc: "2.0",
        id,
        method,
        params,
      });
      const batch = [
        call(3, "eth_sendRawTransaction", await ledgerLoad.deployment()),
        call(1, "eth_chainId"),
        call(2, "anvil_setBalance", ledgerLoad.target, "0x1"),
      ];
      const { answer } = await callRpc.post(ledger.url, JSON.stringify(batch));
      const answers = answer as { id: number; result?: unknown; error?: { code: number } }[];
      expect(answers.map(({ id }) => id)).to.deep.equal([3, 1, 2]);
      expect(answers[0]?.result).to.match(/^0x[0-9a-f]{64}$/);
      expect(answers[1]?.result).to.equal("0x7a69");
      expect(answers[2]?.error?.code).to.equal(-32601);
    });

    it("refuses whatever would change the chain past the journal", async () => {
      const ledger = await start();
      for (const method of [
        "anvil_reset",
        "evm_mine",
        "evm_snapshot",
        "hardhat_setCode",
        "eth_sendTransaction",
      ]) {
        const failure = await failureOf(callRpc.call(ledger.url, method));
        expect(failure.code, method).to.equal(-32601);
        expect(failure.message).to.equal(
          `${method} is refused: it would act past the ledger's journal.`,
        );
      }
      expect(ledger.status().number).to.equal(0);
    });

    it("lets development methods through when asked to", async () => {
      const ledger = await start({ allowDevMethods: true });
      await callRpc.call(ledger.url, "anvil_setBalance", ledgerLoad.target, "0x5");
      const balance = await callRpc.call(ledger.url, "eth_getBalance", ledgerLoad.target, "latest");
      expect(balance).to.equal("0x5");
    });

    it("turns away what a web page could send, broken JSON and empty batches", async () => {
      const ledger = await start();
      const body = JSON.stringify({ jsonrpc: "2.0", id: 1, method: "tally_setTime", params: [1] });
      const plain = await callRpc.post(ledger.url, body, { "content-type": "text/plain" });
      expect(plain.status).to.equal(415);
      const rebound = await callRpc.post(ledger.url, body, {
        "content-type": "application/json",
        host: "evil.example",
      });
      expect(rebound.status).to.equal(403);
      const broken = await callRpc.post(ledger.url, "{");
      expect(broken.answer).to.have.nested.property("error.code", -32700);
      const empty = await callRpc.post(ledger.url, "[]");
      expect(empty.answer).to.have.nested.property("error.code", -32600);
    });

    it("gives the accounts of block 0 their coin", async () => {
      const { address } = ledgerLoad.walletOf(3);
      const ledger = await start({ genesisAccounts: [{ address, balanceWei: 12n }] });
      expect(await callRpc.call(ledger.url, "eth_getBalance", address, "latest")).to.equal("0xc");
    });
  });

  describe("with bad transactions", () => {
    const cases: [string, () => Promise<string>, string][] = [
      [
        "another chain's",
        () => ledgerLoad.note(1, 0, { chainId: 5 }),
        "invalid chain id for signer",
      ],
      [
        "one without enough gas",
        () => ledgerLoad.note(1, 0, { gasLimit: 20_000 }),
        "intrinsic gas too low",
      ],
      ["noise", async () => "0x1234", "Failed to decode transaction"],
      ["no hex at all", async () => "hello", "A raw transaction is a hex string."],
    ];
    for (const [name, make, message] of cases) {
      it(`refuses ${name} and mines nothing`, async () => {
        const ledger = await start();
        const failure = await failureOf(send(ledger, await make()));
        expect(failure.message).to.equal(message);
        expect(ledger.status().number).to.equal(0);
      });
    }

    it("answers the same bytes sent twice at once with one hash, and later with an error", async () => {
      const ledger = await start();
      const raw = await ledgerLoad.note(1, 0);
      const [first, second] = await Promise.all([send(ledger, raw), send(ledger, raw)]);
      expect(first).to.equal(second);
      expect(ledger.status().number).to.equal(1);
      expect((await failureOf(send(ledger, raw))).message).to.equal("nonce too low");
    });

    it("keeps what comes after a nonce gap, over a restart, until the gap is filled", async () => {
      let ledger = await start();
      const late = await send(ledger, await ledgerLoad.note(1, 1));
      expect(ledger.status().waiting).to.equal(1);
      expect((await failureOf(send(ledger, await ledgerLoad.note(1, 1)))).message).to.equal(
        "transaction already imported",
      );
      await ledger.close();
      ledger = await start();
      expect(ledger.status().waiting).to.equal(1);
      await send(ledger, await ledgerLoad.note(1, 0));
      const { transactions, hash } = await blockOf(ledger, "latest");
      expect(transactions).to.have.length(2);
      expect(transactions[1]).to.equal(late);
      expect(ledger.status().waiting).to.equal(0);
      await ledger.close();
      expect((await start()).status().hash).to.equal(hash);
    });

    it("spreads what one block's gas can't hold over several, the same after a restart", async () => {
      const ledger = await start({ gasLimit: 1_000_000, historyBlocks: 4 });
      const raws = await Promise.all(
        Array.from({ length: 12 }, (_, wallet) =>
          ledgerLoad.note(wallet + 1, 0, { gasLimit: 300_000 }),
        ),
      );
      const hashes = await Promise.all(raws.map((raw) => send(ledger, raw)));
      while (ledger.status().waiting > 0) await setTimeout(10);
      const before = await chainOf(ledger);
      expect(before.flatMap(({ transactions }) => transactions)).to.have.members(hashes);
      await ledger.close();
      expect(await chainOf(await start())).to.deep.equal(before);
    });

    it("says so when a transaction became invalid before its turn", async () => {
      const wallet = ledgerLoad.walletOf(1);
      const ledger = await start({
        genesisAccounts: [{ address: wallet.address, balanceWei: 10n }],
      });
      const pay = (nonce: number): Promise<string> =>
        wallet.signTransaction({
          to: ledgerLoad.target,
          nonce,
          value: 10,
          gasLimit: 21_000,
          gasPrice: 0,
          chainId: 31337,
        });
      const outcomes = await Promise.allSettled([
        send(ledger, await pay(0)),
        send(ledger, await pay(1)),
      ]);
      expect(outcomes[0]?.status).to.equal("fulfilled");
      expect(outcomes[1]).to.have.nested.property("reason.code").that.is.oneOf([-32000, -32003]);
      const before = await chainOf(ledger);
      await ledger.close();
      expect(await chainOf(await start())).to.deep.equal(before);
    });
  });
});
