import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { expect } from "chai";
import { Wallet } from "ethers";
import { connectRpc } from "../../../gateway/chain/connectRpc.ts";
import { createChainSource } from "../../../gateway/chain/createChainSource.ts";
import { createEventDecoder } from "../../../gateway/chain/createEventDecoder.ts";
import { createHeadWatcher } from "../../../gateway/chain/createHeadWatcher.ts";
import { readBlock } from "../../../gateway/chain/readBlock.ts";
import { readCanonicalReceipt } from "../../../gateway/chain/readCanonicalReceipt.ts";
import { readReceipt } from "../../../gateway/chain/readReceipt.ts";
import type { Rpc } from "../../../gateway/chain/rpc.ts";
import { RpcRefusal } from "../../../gateway/chain/rpcRefusal.ts";
import { verifyHeaders } from "../../../gateway/chain/verifyHeaders.ts";
import type { Ledger } from "../../../gateway/ledger/ledger.ts";
import { findNonceUser } from "../../../gateway/outbox/findNonceUser.ts";
import { simulateCall } from "../../../gateway/outbox/simulateCall.ts";
import { deployNotebook } from "../helpers/deployNotebook.ts";
import { pause } from "../helpers/pause.ts";
import { startAnvil, type TestChain } from "../helpers/startAnvil.ts";
import { untilUsed } from "../helpers/untilUsed.ts";
import { writeNotes } from "../helpers/writeNotes.ts";

type Fields = Record<string, unknown>;

const STRANGE = `0x${"5e".repeat(32)}`;

describe("What a node answers is not believed when", function () {
  this.timeout(60_000);
  let chain: TestChain;
  let ledger: Ledger;
  let head: number;

  before(async () => {
    chain = await startAnvil();
    ledger = await deployNotebook(chain);
    head = await writeNotes(chain, ledger, 6);
  });
  after(() => chain.stop());

  /** The honest node, but for its answers to one method. */
  const lying = (method: string, lie: (answer: never, parameters: unknown[]) => unknown): Rpc => ({
    send: async (asked, parameters) => {
      const answer = await chain.rpc.send(asked, parameters);
      return asked === method && answer !== null ? lie(answer as never, parameters) : answer;
    },
  });
  const rangeOf = (rpc: Rpc) => {
    const { addresses } = createEventDecoder(ledger.contracts);
    return createChainSource(rpc, addresses).range(1, head);
  };
  const named = (promise: Promise<unknown>) =>
    promise.then(
      () => "believed",
      (error: Error) => error.name,
    );
  const logsThat = (lie: (logs: Fields[]) => Fields[]) => rangeOf(lying("eth_getLogs", lie));

  it("logs are missing: what the header's bloom has and they have not is read from receipts", async () => {
    const honest = await rangeOf(chain.rpc);
    expect(honest.logs).to.have.length(6);
    expect((await logsThat((logs) => logs.slice(1))).logs).to.deep.equal(honest.logs);
    expect((await logsThat((logs) => logs.slice(0, -1))).logs).to.deep.equal(honest.logs);
    expect((await logsThat(() => [])).logs).to.deep.equal(honest.logs);
  });

  it("logs are missing from the receipts too", async () => {
    const mute: Rpc = {
      send: async (method, parameters) => {
        const answer = await chain.rpc.send(method, parameters);
        if (method === "eth_getLogs") return [];
        return method === "eth_getTransactionReceipt" ? null : answer;
      },
    };
    expect(await named(rangeOf(mute))).to.equal("InconsistentRange");
  });

  it("logs come twice, or are of another block or of no transaction", async () => {
    const twice = logsThat((logs) => logs.flatMap((log) => [log, log]));
    const elsewhere = logsThat((logs) => logs.map((log) => ({ ...log, blockHash: STRANGE })));
    const nowhere = logsThat((logs) => logs.map((log) => ({ ...log, transactionHash: STRANGE })));
    for (const range of [twice, elsewhere, nowhere])
      expect(await named(range)).to.equal("InconsistentRange");
  });

  it("topics were changed: the true ones are read from receipts", async () => {
    const honest = await rangeOf(chain.rpc);
    const changed = await logsThat((logs) =>
      logs.map((log) => ({ ...log, topics: [(log["topics"] as string[])[0], STRANGE] })),
    );
    expect(changed.logs).to.deep.equal(honest.logs);
  });

  it("a receipt is another transaction's, lacks logs, or is of no block of the chain", async () => {
    const block = await readBlock(chain.rpc, head);
    const hash = block?.transactionHashes[0] ?? "";
    const receipt = (lie: (receipt: Fields) => Fields) => lying("eth_getTransactionReceipt", lie);
    const none = `0x${"00".repeat(256)}`;
    const empty = { logs: [], logsBloom: none };
    const other = receipt((fields) => ({ ...fields, ...empty, transactionHash: STRANGE }));
    const bare = receipt((fields) => ({ ...fields, logs: [] }));
    const early = receipt((fields) => ({ ...fields, ...empty, blockNumber: "0x1" }));
    expect((await readCanonicalReceipt(chain.rpc, hash))?.blockNumber).to.equal(head);
    expect(await named(readReceipt(other, hash))).to.equal("NodeFault");
    expect(await named(readReceipt(bare, hash))).to.equal("NodeFault");
    expect(await named(readReceipt(early, hash))).to.equal("believed");
    expect(await named(readCanonicalReceipt(early, hash))).to.equal("NodeFault");
  });

  it("a block is not the one that was asked for, or its header does not have its hash", async () => {
    const block = (changes: Fields) =>
      lying("eth_getBlockByNumber", (fields: Fields) => ({ ...fields, ...changes }));
    expect(await named(readBlock(block({ number: "0x1" }), head))).to.equal("NodeFault");
    const changes = [{ hash: STRANGE }, { parentHash: STRANGE }, { timestamp: "0x1" }];
    for (const change of changes) {
      const checked = verifyHeaders(block(change), { headerCodec: "ethereum" });
      expect(await named(readBlock(checked, head))).to.equal("NodeFault");
    }
    const honest = verifyHeaders(chain.rpc, { headerCodec: "ethereum" });
    expect((await readBlock(honest, 0))?.number).to.equal(0);
  });

  it("it says that a nonce is used, but no block says by whom", async () => {
    const writer = Wallet.createRandom();
    const to = ledger.contracts[0]?.address ?? "";
    const { chainId } = chain;
    const terms = { type: 0, chainId, gasPrice: 0n, gasLimit: 100_000n, to };
    const raw = await writer.signTransaction({ ...terms, nonce: 0 });
    const hash = await chain.rpc.send("eth_sendRawTransaction", [raw]);
    await untilUsed(chain.rpc, writer.address, 1);
    expect((await findNonceUser(chain.rpc, writer.address, 0))?.hash).to.equal(hash);
    expect(await named(findNonceUser(chain.rpc, writer.address, 1))).to.equal("NodeFault");
    expect(await findNonceUser(chain.rpc, Wallet.createRandom().address, 0)).to.equal(undefined);
  });

  it("its head is below the one that it had, unless it stays there", async () => {
    let behind = 0;
    const rpc: Rpc = {
      send: (method, [tag, ...rest]) => {
        const asked = tag === "latest" ? `0x${(head - behind).toString(16)}` : tag;
        return chain.rpc.send(method, [asked, ...rest]);
      },
    };
    const watcher = createHeadWatcher({ rpc, idlePollMs: 5, lagPatienceMs: 300 });
    watcher.start();
    await pause(100);
    behind = 2;
    await pause(100);
    const soon = watcher.latest()?.number;
    await pause(500);
    const later = watcher.latest()?.number;
    watcher.stop();
    expect([soon, later]).to.deep.equal([head, head - 2]);
  });

  it("it has a trouble of its own: that is no refusal of the call", async () => {
    const call = { from: STRANGE.slice(0, 42), to: ledger.contracts[0]?.address ?? "", data: "0x" };
    const refuse = (message: string): Rpc => ({
      send: () => Promise.reject(new RpcRefusal(-32_005, message, undefined)),
    });
    const simulated = (message: string) =>
      simulateCall(refuse(message), () => undefined, call).catch((error: unknown) => error);
    expect(await simulated("limit exceeded")).to.include({ code: "ledger-unreachable" });
    expect(await simulated("header not found")).to.include({ code: "ledger-unreachable" });
    expect(await simulated("out of gas")).to.include({ code: "ExecutionFailed" });
  });
});

describe("A connection to a node", () => {
  let server: Server;
  let answers: ((id: number) => string | undefined)[] = [];
  let asked = 0;

  before((done) => {
    server = createServer((request, response) => {
      let text = "";
      request.on("data", (chunk) => {
        text += chunk;
      });
      request.on("end", () => {
        asked += 1;
        const body = answers.shift()?.((JSON.parse(text) as { id: number }).id);
        if (body === undefined) response.destroy();
        else response.writeHead(200, { "content-type": "application/json" }).end(body);
      });
    }).listen(0, "127.0.0.1", done);
  });
  after(() => void server.close());

  const ask = async (method: string, ...given: ((id: number) => string | undefined)[]) => {
    answers = given;
    asked = 0;
    const rpc = connectRpc(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, 300);
    const outcome = await rpc.send(method, []).catch((error: Error) => error.name);
    rpc.destroy();
    return [outcome, asked];
  };
  const well = (id: number) => JSON.stringify({ jsonrpc: "2.0", id, result: "0x1" });
  const gone = () => undefined;

  it("asks again what only reads when it broke, and nothing else", async () => {
    expect(await ask("eth_chainId", gone, well)).to.deep.equal(["0x1", 2]);
    expect(await ask("eth_sendRawTransaction", gone, well)).to.deep.equal(["NodeFault", 1]);
  });

  it("takes no answer to another request, and none that is no JSON-RPC", async () => {
    expect((await ask("eth_chainId", (id) => well(id + 1)))[0]).to.equal("NodeFault");
    expect((await ask("eth_chainId", () => well(0)))[0]).to.equal("NodeFault");
    expect((await ask("eth_chainId", () => "<html>"))[0]).to.equal("NodeFault");
    expect((await ask("eth_chainId", (id) => JSON.stringify({ id })))[0]).to.equal("NodeFault");
  });

  it("knows a node's error that carries no data", async () => {
    const error = { code: -32_000, message: "already known" };
    expect((await ask("eth_chainId", (id) => JSON.stringify({ id, error })))[0]).to.equal(
      "RpcRefusal",
    );
  });
});
