import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { expect } from "chai";
import { freePort } from "../../scripts/ledger/freePort.ts";
import { type Postgres, startPostgres } from "../../scripts/test/startPostgres.ts";
import { type Client, client } from "../gateway/helpers/client.ts";
import { pause } from "../gateway/helpers/pause.ts";
import { faultCount } from "../helpers/faultCount.ts";
import { faultReport } from "../helpers/faultReport.ts";
import { faultSeed } from "../helpers/faultSeed.ts";
import { seededRandom } from "../helpers/seededRandom.ts";
import type { Exchange, ProxiedCall } from "./helpers/faultProxy.ts";
import { type FaultProxy, faultProxy } from "./helpers/faultProxy.ts";
import { KillLane } from "./helpers/killLane.ts";
import { type KillStage, killStage } from "./helpers/killStage.ts";
import { noteTexts } from "./helpers/noteTexts.ts";

interface Write {
  readonly text: string;
  readonly key: string;
  /** Answered with 201 or 202 at least once. */
  isAccepted: boolean;
  isDone: boolean;
}

const isInstalled = existsSync("/usr/lib/postgresql");
const NODES = 3;
const STUCK_MS = 60_000;
const isSend = ({ method }: ProxiedCall) => method === "eth_sendRawTransaction";
const isNewest = ({ params }: ProxiedCall) => params[0] === "latest";

describe("Two gateways on one PostgreSQL, over several nodes that fail", function () {
  this.timeout(faultCount(240_000, 3_600_000));
  const seed = faultSeed();
  const random = seededRandom(seed);
  const pick = (below: number) => Math.floor(random() * below);
  const writes: Write[] = [];
  const surprises: string[] = [];
  let postgres: Postgres;
  let stage: KillStage;
  let proxies: FaultProxy[] = [];
  let gateways: { readonly url: string; readonly lane: KillLane }[] = [];
  let isOver = false;

  before(async function () {
    if (!isInstalled) return this.skip();
    postgres = await startPostgres();
    stage = await killStage("anvil", postgres.url);
    const { RPC_URL: node = "" } = stage.environment();
    proxies = await Promise.all(Array.from({ length: NODES }, () => faultProxy(node)));
    gateways = await Promise.all(
      [0, 1].map(async (index) => {
        const port = await freePort();
        const urls = proxies.map(({ url }) => url);
        const ordered = [...urls.slice(index), ...urls.slice(0, index)].join(",");
        const own = { PORT: String(port), RPC_URLS: ordered, ENGINE: "besu", STALL_SECONDS: "1" };
        const lane = new KillLane(() => ({ ...stage.environment(), ...own }));
        return { url: `http://127.0.0.1:${port}`, lane };
      }),
    );
    for (const { lane } of gateways) await lane.start();
  });

  after(async () => {
    if (!isInstalled) return;
    for (const { lane } of gateways) await lane.stop();
    for (const proxy of proxies) await proxy.close();
    await stage.close();
    postgres.stop();
  });

  /** Something goes wrong for a moment with what such a node is asked. */
  const badMoment = async (
    meets: (exchange: Exchange) => boolean,
    play: (exchange: Exchange) => Promise<void>,
  ): Promise<void> => {
    const armed = proxies[pick(NODES)]?.arm({ meets, play });
    await pause(600 + pick(900));
    armed?.disarm();
  };

  const lie = () =>
    badMoment(
      ({ calls }) => calls.some(isNewest),
      async (exchange) => {
        const answers = await exchange.forward();
        exchange.reply(
          answers.map(({ result, ...answer }, at) => {
            const isLie = exchange.calls[at]?.method === "eth_getBlockByNumber";
            if (!isLie || exchange.calls[at]?.params[0] !== "latest") return { ...answer, result };
            const { number, ...block } = result as { number: string };
            return {
              ...answer,
              result: { ...block, number: `0x${(Number(number) + 3).toString(16)}` },
            };
          }),
        );
      },
    );

  const deaths = (isTaken: boolean) =>
    badMoment(
      ({ calls }) => calls.some(isSend),
      async (exchange) => {
        if (isTaken) await exchange.forward();
        exchange.hangUp();
      },
    );

  const lag = async (): Promise<void> => {
    const last = String(await stage.rpc().send("eth_blockNumber", []));
    await badMoment(
      ({ calls }) => !calls.some(isSend),
      async (exchange) => {
        const late = exchange.calls.map((call) => {
          const isLater =
            call.method === "eth_getBlockByNumber" && Number(call.params[0]) > Number(last);
          return {
            ...call,
            params: call.params.map((each) => (each === "latest" || isLater ? last : each)),
          };
        });
        exchange.reply(await exchange.forward(late));
      },
    );
  };

  const halt = async (): Promise<void> => {
    await stage.rpc().send("evm_setAutomine", [false]);
    await pause(2_500);
    await stage.rpc().send("evm_setAutomine", [true]);
    await stage.rpc().send("evm_mine", []);
  };

  const allDead = async (): Promise<void> => {
    await Promise.all(proxies.map((proxy) => proxy.shut()));
    await pause(500 + pick(500));
    for (const proxy of proxies) await proxy.reopen();
  };

  const gatewayKilled = async (): Promise<void> => {
    const { lane } = gateways[pick(2)] ?? {};
    await lane?.stop();
    await pause(1_500);
    await lane?.start();
  };

  const faults: Readonly<Record<string, () => Promise<void>>> = {
    "lies about the head": lie,
    "dies in a send that it took": () => deaths(true),
    "dies in a send that it lost": () => deaths(false),
    lags: lag,
    hangs: () =>
      badMoment(
        () => true,
        () => new Promise(() => undefined),
      ),
    "all dead": allDead,
    "halted chain": halt,
    "gateway killed": gatewayKilled,
  };

  const ask = async (one: Client, write: Write): Promise<void> => {
    const answer = await one
      .post("/v1/notes", { text: write.text }, write.key)
      .catch(() => undefined);
    // Who died may have carried it out, and the other one or the next one tells.
    if (answer === undefined) return;
    const { status, body } = answer;
    if (status === 202) expect(body["state"]).to.equal("pending");
    if (status === 500 || (status > 500 && write.isAccepted))
      surprises.push(`${status} ${JSON.stringify(body)}`);
    write.isAccepted ||= status === 201 || status === 202;
    write.isDone = status === 201;
  };

  /** Writes one thing after the other and asks for each until it is done, now here and now there. */
  const writer = async (token: string, index: number): Promise<void> => {
    const clients = gateways.map(({ url }) => client(url, token));
    for (let turn = index; !isOver; turn += 1) {
      const write = { text: randomUUID(), key: randomUUID(), isAccepted: false, isDone: false };
      writes.push(write);
      const until = performance.now() + STUCK_MS;
      for (let again = turn; !write.isDone && performance.now() < until; again += 1) {
        const one = clients[again % clients.length];
        if (one !== undefined) await ask(one, write);
        if (!write.isDone) await pause(100);
      }
      await pause(30);
    }
  };

  const tokenOf = async (member: string): Promise<string> => {
    const [first] = gateways;
    const asked = { body: { member } };
    const { body } = await client(first?.url ?? "").send("POST", "/v1/sessions", asked);
    return String(body["token"]);
  };

  it("keep every write that they accepted, do none twice, and never answer 5xx for one again", async () => {
    const tokens = await Promise.all(["ada", "ben"].map(tokenOf));
    const writers = Array.from({ length: 6 }, (_, index) => writer(tokens[index % 2] ?? "", index));
    const kinds = Object.entries(faults);
    const count = faultCount(kinds.length, 120);
    for (let run = 0; run < count; run += 1) {
      const [name = "", fault] = kinds[run < kinds.length ? run : pick(kinds.length)] ?? [];
      if (process.env["TALLYSTICK_FAULT_TRACE"] !== undefined) console.error(`      ${name}`);
      await fault?.();
      await pause(200);
    }
    isOver = true;
    await Promise.all(writers);
    const noted = await noteTexts(stage.rpc(), stage.ledger);
    const lost = writes.filter(({ text, isAccepted }) => isAccepted && !noted.has(text)).length;
    const doubled = [...noted.values()].filter((times) => times > 1).length;
    const stuck = writes.filter(({ isDone }) => !isDone).length;
    const counts = { lost, doubled, stuck };
    const more = { kinds: kinds.length, writes: writes.length, surprises: surprises.length };
    faultReport({ suite: "severalNodes", seed, runs: count, ...counts, more });
    expect(surprises.slice(0, 5)).to.deep.equal([]);
    expect(counts).to.deep.equal({ lost: 0, doubled: 0, stuck: 0 });
    expect(writes.length).to.be.greaterThan(2 * count);
    for (const { url } of gateways) {
      const { body } = await client(url).get("/readyz");
      expect(JSON.stringify(body["checks"])).to.include(`of ${NODES} nodes can be asked`);
    }
  });
});
