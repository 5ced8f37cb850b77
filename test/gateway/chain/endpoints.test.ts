import { engineProfiles } from "@tallystick/sdk";
import { expect } from "chai";
import { Wallet } from "ethers";
import { connectNodes } from "../../../gateway/chain/connectNodes.ts";
import { connectRpc, type RpcConnection } from "../../../gateway/chain/connectRpc.ts";
import {
  createEndpointRpc,
  type EndpointRpc,
} from "../../../gateway/chain/endpoints/createEndpointRpc.ts";
import { verifyHeaders } from "../../../gateway/chain/verifyHeaders.ts";
import { assertNodeAnswers } from "../../../gateway/ledger/assertNodeAnswers.ts";
import { nodeVerdict } from "../../../gateway/outbox/nodeVerdict.ts";
import type { ProxiedAnswer, ProxiedCall } from "../../faults/helpers/faultProxy.ts";
import { type FaultProxy, faultProxy } from "../../faults/helpers/faultProxy.ts";
import { eventually } from "../helpers/eventually.ts";
import { pause } from "../helpers/pause.ts";
import { startAnvil, type TestChain } from "../helpers/startAnvil.ts";
import { testMember } from "../helpers/testMember.ts";

interface Told {
  readonly hash: string;
}

type Change = (result: Record<string, unknown>, call: ProxiedCall) => unknown;

const isLatest = ({ method, params }: ProxiedCall) =>
  method === "eth_getBlockByNumber" && params[0] === "latest";

describe("Several nodes of one chain, asked as if they were one", function () {
  this.timeout(60_000);
  let chain: TestChain;
  let proxies: FaultProxy[];
  let connections: RpcConnection[];
  let many: EndpointRpc;
  const opened: EndpointRpc[] = [];
  const said: string[] = [];
  const say = (facts: unknown, message: string) => said.push(`${message} ${JSON.stringify(facts)}`);
  const logger = { info: say, warn: say, error: say } as never;
  let nonce = 0;

  before(async () => {
    chain = await startAnvil();
    await chain.rpc.send("anvil_mine", ["0x5"]);
  });

  after(() => chain.stop());

  beforeEach(async () => {
    proxies = await Promise.all(["a", "b", "c"].map(() => faultProxy(chain.url)));
    connections = proxies.map(({ url }) => connectRpc(url));
    said.length = 0;
    many = endpoints();
  });

  afterEach(async () => {
    // First: a look at a node that hangs ends with its connection.
    for (const connection of connections) connection.destroy();
    await Promise.all(opened.splice(0).map((each) => each.stop()));
    for (const proxy of proxies) await proxy.close();
  });

  /** They are ended after the test, whatever becomes of it. */
  const endpoints = (
    chainId = chain.chainId,
    headerCodec: "ethereum" | "unchecked" = "ethereum",
  ): EndpointRpc => {
    const rpc = createEndpointRpc({
      nodes: connections.map((connection, index) => ({
        name: "abc"[index] ?? "",
        rpc: verifyHeaders(connection, { headerCodec }),
      })),
      ...{ chainId, finality: "final", logger, patienceMs: 300, lagPatienceMs: 2_000, lookMs: 50 },
    });
    opened.push(rpc);
    return rpc;
  };

  const proxy = (index: number): FaultProxy => {
    const found = proxies[index];
    if (found === undefined) throw new Error(`no proxy ${index}`);
    return found;
  };

  /** The node answers as it does, except for what `change` makes of blocks. */
  const telling = (
    index: number,
    meets: (call: ProxiedCall) => boolean,
    change: Change,
    afterMs = 0,
  ) =>
    proxy(index).arm({
      meets: ({ calls }) => calls.some(meets),
      async play(exchange) {
        const answers = await exchange.forward();
        await pause(afterMs);
        const changed = answers.map((answer, at): ProxiedAnswer => {
          const call = exchange.calls[at];
          if (call === undefined || !meets(call)) return answer;
          const result = change(answer.result as Record<string, unknown>, call);
          return { ...answer, result };
        });
        exchange.reply(changed);
      },
    });

  /** It says nothing about what came after this block. */
  const lagging = (index: number, last: number) =>
    proxy(index).arm({
      meets: ({ calls }) => calls.some(({ method }) => method !== "eth_chainId"),
      async play(exchange) {
        const tag = `0x${last.toString(16)}`;
        const late = exchange.calls.map((call) => {
          const isLater = call.method === "eth_getBlockByNumber" && Number(call.params[0]) > last;
          const params = call.params.map((each) => (each === "latest" || isLater ? tag : each));
          return { ...call, params };
        });
        exchange.reply(await exchange.forward(late));
      },
    });

  const silent = (index: number) =>
    proxy(index).arm({ meets: () => true, play: () => new Promise(() => undefined) });

  const height = async () => Number(await chain.rpc.send("eth_blockNumber", []));

  const newest = async (rpc = many): Promise<number> => {
    const block = await rpc.send("eth_getBlockByNumber", ["latest", false]);
    return Number((block as { number: string }).number);
  };

  const asideOf = (name: string, rpc = many) =>
    rpc.endpoints().find((each) => each.name === name)?.setAside;

  const signed = async (): Promise<string> => {
    const { key, account: to } = testMember(1, "ada");
    const terms = { type: 0, chainId: chain.chainId, gasPrice: 0n, gasLimit: 21_000n };
    nonce += 1;
    return new Wallet(key).signTransaction({ ...terms, nonce: nonce - 1, to });
  };

  it("answer through the first one, and tell how each of them does", async () => {
    await many.start();
    const head = await height();
    expect(await newest()).to.equal(head);
    expect(await many.send("eth_blockNumber", [])).to.equal(`0x${head.toString(16)}`);
    const states = many
      .endpoints()
      .map(({ name, isCurrent, behind, head: own }) => [name, isCurrent, behind, own]);
    expect(states).to.deep.equal([
      ["a", true, 0, head],
      ["b", false, 0, head],
      ["c", false, 0, head],
    ]);
  });

  it("set aside the one whose head has no block, and never tell that height", async () => {
    const head = await height();
    const believing = endpoints(chain.chainId, "unchecked");
    await believing.start();
    telling(0, isLatest, (block) => ({ ...block, number: `0x${(head + 3).toString(16)}` }));
    expect([await newest(believing), await newest(believing)]).to.deep.equal([head, head]);
    const reason = `Its head is block ${head + 3}, but it does not have that block.`;
    expect(asideOf("a", believing)).to.equal(reason);
    expect(said.join()).to.include("alarm, a node is set aside").and.to.include('"node":"a"');
  });

  it("set aside the one whose headers do not have their hash, or whose block is another one", async () => {
    await many.start();
    const head = await height();
    const older = await chain.rpc.send("eth_getBlockByNumber", [
      `0x${(head - 1).toString(16)}`,
      false,
    ]);
    telling(0, isLatest, (block) => ({ ...block, stateRoot: block["parentHash"] }));
    // A whole header that is true, but of another place: nobody has two blocks of one number.
    telling(1, isLatest, () => ({ ...(older as object), hash: `0x${"11".repeat(32)}` }));
    await eventually(() => expect([asideOf("a"), asideOf("b")]).not.to.include(undefined));
    expect(await newest()).to.equal(head);
  });

  it("set aside the one that lacks a block below its own head, and get it from another", async () => {
    const head = await height();
    await newest();
    const missing = `0x${(head - 2).toString(16)}`;
    telling(
      0,
      ({ params }) => params[0] === missing,
      () => null,
    );
    const block = (await many.send("eth_getBlockByNumber", [missing, false])) as { number: string };
    expect(block.number).to.equal(missing);
    expect(asideOf("a")).to.include(`does not have block ${head - 2}`);
  });

  const forgery = async (answersAfterMs = 0): Promise<void> => {
    const head = await height();
    const believing = endpoints(chain.chainId, "unchecked");
    await believing.start();
    const top = (await chain.rpc.send("eth_getBlockByNumber", ["latest", false])) as Told;
    const number = `0x${(head + 1).toString(16)}`;
    const made = { ...top, number, parentHash: top.hash, hash: `0x${"22".repeat(32)}` };
    const isMade = ({ method, params }: ProxiedCall) =>
      method === "eth_getBlockByNumber" && (params[0] === number || params[0] === "latest");
    telling(0, isMade, () => made, answersAfterMs);
    await newest(believing);
    await chain.rpc.send("anvil_mine", ["0x1"]);
    await eventually(() => expect(asideOf("a", believing)).to.include("another one than was seen"));
    await eventually(async () => {
      expect([asideOf("b", believing), asideOf("c", believing)]).to.deep.equal([
        undefined,
        undefined,
      ]);
      const { hash } = (await believing.send("eth_getBlockByNumber", ["latest", false])) as Told;
      const real = (await chain.rpc.send("eth_getBlockByNumber", ["latest", false])) as Told;
      expect(hash).to.equal(real.hash);
    });
  };

  it("are stuck with no block that only one of them has made up", () => forgery());

  it("are stuck with none of a node that takes longer to answer than others to tell theirs", async () => {
    await forgery(150);
  });

  it("are not behind a height that one of them made up and then could not show", async () => {
    const head = await height();
    const believing = endpoints(chain.chainId, "unchecked");
    await believing.start();
    const top = (await chain.rpc.send("eth_getBlockByNumber", ["latest", false])) as Told;
    const number = `0x${(head + 1).toString(16)}`;
    const made = { ...top, number, parentHash: top.hash, hash: `0x${"33".repeat(32)}` };
    telling(0, isLatest, () => made);
    await newest(believing);
    expect(await believing.send("eth_getBlockByNumber", [number, false])).to.equal(null);
    expect(asideOf("a", believing)).to.include(`does not have block ${head + 1}`);
    expect(await newest(believing)).to.equal(head);
  });

  it("ask it again once it tells the truth", async () => {
    await many.start();
    const lie = telling(0, isLatest, (block) => ({ ...block, number: "0xffff" }));
    await eventually(() => expect(asideOf("a")).not.to.equal(undefined));
    lie.disarm();
    await eventually(() => expect(asideOf("a")).to.equal(undefined));
    expect(said.join()).to.include("a node is asked again");
  });

  it("refuse the one that serves another chain", async () => {
    const other = endpoints(1);
    await other.start();
    expect(asideOf("a", other)).to.equal(
      `It serves chain ${chain.chainId}, and the ledger is on chain 1.`,
    );
    const answer = await newest(other).catch((error: Error) => error.message);
    expect(answer).to.equal("Every node is set aside.");
  });

  it("end a gateway's start when one of them is another chain's, or none answers", async () => {
    const urls = proxies.map(({ url }) => url);
    const profile = engineProfiles.besu;
    const start = async (chainId: number): Promise<string> => {
      const nodes = await connectNodes({ urls, chainId, profile, logger });
      const sentence = await assertNodeAnswers(nodes, urls).then(() => "it starts", String);
      nodes.destroy();
      return sentence;
    };
    expect(await start(chain.chainId)).to.equal("it starts");
    telling(
      1,
      ({ method }) => method === "eth_chainId",
      () => "0x1",
    );
    const [, other = ""] = urls;
    expect(await start(chain.chainId)).to.include(
      `The node at ${new URL(other).host} (RPC_URLS) is another chain's. It serves chain 1,`,
    );
    await Promise.all(proxies.map((each) => each.shut()));
    expect(await start(chain.chainId)).to.match(/None of the nodes at .* \(RPC_URLS\) answers/);
    await Promise.all(proxies.map((each) => each.reopen()));
  });

  it("never step back when the one that was read from dies, and wait for the others to catch up", async () => {
    const before = await height();
    const late = [lagging(1, before), lagging(2, before)];
    await many.start();
    await chain.rpc.send("anvil_mine", ["0x2"]);
    expect(await newest()).to.equal(before + 2);
    await proxy(0).shut();
    const heights: number[] = [];
    const reading = newest().then((number) => heights.push(number));
    await pause(500);
    expect(heights).to.deep.equal([]);
    late[1]?.disarm();
    await reading;
    expect(heights).to.deep.equal([before + 2]);
    const current = many.endpoints().find(({ isCurrent }) => isCurrent);
    expect(current?.name).to.equal("c");
    expect(many.endpoints()[1]?.behind).to.equal(2);
    await proxy(0).reopen();
  });

  it("say so when none of them has what was seen", async () => {
    const before = await height();
    const late = [1, 2].map((index) => lagging(index, before));
    await many.start();
    await chain.rpc.send("anvil_mine", ["0x1"]);
    await newest();
    await proxy(0).shut();
    const answer = await newest().catch((error: Error) => error.message);
    expect(answer).to.equal(`No node has block ${before + 1} yet, which was seen before.`);
    for (const each of late) each.disarm();
    expect(await newest()).to.equal(before + 1);
    await proxy(0).reopen();
  });

  it("answer within the call when one hangs, and stay with the one that answered", async () => {
    await many.start();
    const head = await newest();
    silent(0);
    const began = performance.now();
    expect(await newest()).to.equal(head);
    expect(performance.now() - began).to.be.lessThan(1_500);
    const again = performance.now();
    await newest();
    expect(performance.now() - again).to.be.lessThan(250);
    expect(said.join()).to.include("reads go to another node now");
  });

  it("pass a refusal on as the answer that it is, and troubles of a node to the next one", async () => {
    await many.start();
    await newest();
    const refused = await many.send("eth_call", [{ to: "no address" }, "latest"]).catch(String);
    expect(refused).to.match(/invalid|expected|deserialize/i);
    expect(many.endpoints().find(({ isCurrent }) => isCurrent)?.name).to.equal("a");
    proxy(0).arm({
      meets: ({ calls }) => calls.some(({ method }) => method === "eth_getBalance"),
      play: async (exchange) =>
        exchange.reply(
          exchange.calls.map(({ id }) => {
            const error = { code: -32_005, message: "limit exceeded" };
            return { jsonrpc: "2.0" as const, id, error };
          }),
        ),
    });
    const { account } = testMember(1, "ada");
    expect(await many.send("eth_getBalance", [account, "latest"])).to.equal("0x0");
  });

  it("hand a transaction to another one when the first dies of it; known already is no refusal", async () => {
    await many.start();
    await newest();
    const fatal = proxy(0).arm({
      meets: ({ calls }) => calls.some(({ method }) => method === "eth_sendRawTransaction"),
      async play(exchange) {
        await exchange.forward();
        exchange.hangUp();
      },
    });
    await chain.rpc.send("evm_setAutomine", [false]);
    const raw = await signed();
    const told = await many.send("eth_sendRawTransaction", [raw]).catch(nodeVerdict);
    expect(typeof told === "string" || (told as { kind: string }).kind === "held").to.equal(true);
    expect(fatal.met()).to.be.greaterThan(0);
    await chain.rpc.send("evm_setAutomine", [true]);
    await chain.rpc.send("evm_mine", []);
  });

  it("send the same bytes to another one each time", async () => {
    await many.start();
    await newest();
    const given = new Map<number, number>();
    for (const index of [0, 1, 2]) {
      proxy(index).arm({
        meets({ calls }) {
          const isSend = calls.some(({ method }) => method === "eth_sendRawTransaction");
          if (isSend) given.set(index, (given.get(index) ?? 0) + 1);
          return false;
        },
        play: async () => undefined,
      });
    }
    await chain.rpc.send("evm_setAutomine", [false]);
    const raw = await signed();
    for (let time = 0; time < 3; time += 1) {
      await many.send("eth_sendRawTransaction", [raw]).catch(() => undefined);
    }
    expect(Object.fromEntries(given)).to.deep.equal({ 0: 1, 1: 1, 2: 1 });
    await chain.rpc.send("evm_setAutomine", [true]);
    await chain.rpc.send("evm_mine", []);
  });

  it("fail at once while all are down, and answer once one is back", async () => {
    await many.start();
    const head = await newest();
    await Promise.all(proxies.map((each) => each.shut()));
    const answer = await newest().catch((error: Error) => error.message);
    expect(answer).to.equal("None of 3 nodes answers.");
    expect(many.endpoints().every(({ errorStreak }) => errorStreak > 0)).to.equal(true);
    await proxy(2).reopen();
    expect(await newest()).to.equal(head);
    await Promise.all([proxy(0).reopen(), proxy(1).reopen()]);
    const streaks = () => many.endpoints().map(({ errorStreak }) => errorStreak);
    await eventually(() => expect(streaks()).to.deep.equal([0, 0, 0]));
  });
});
