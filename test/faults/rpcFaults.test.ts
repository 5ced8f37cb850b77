import { randomBytes } from "node:crypto";
import { expect } from "chai";
import { id } from "ethers";
import { connectRpc } from "../../gateway/chain/connectRpc.ts";
import { requestReference } from "../../gateway/idempotency/requestReference.ts";
import type { CastName } from "../gateway/helpers/ledgerCast.ts";
import { type LedgerGateway, ledgerGateway } from "../gateway/helpers/ledgerGateway.ts";
import { projectedTables } from "../gateway/helpers/projectedTables.ts";
import { rebuiltTables } from "../gateway/helpers/rebuiltTables.ts";
import { issueTrade } from "../gateway/helpers/trade.ts";
import { faultCount } from "../helpers/faultCount.ts";
import { faultReport } from "../helpers/faultReport.ts";
import { faultSeed } from "../helpers/faultSeed.ts";
import { seededRandom } from "../helpers/seededRandom.ts";
import { answerFaults } from "./helpers/answerFaults.ts";
import type { FaultKind, FaultScene } from "./helpers/faultKind.ts";
import { type FaultProxy, faultProxy } from "./helpers/faultProxy.ts";
import { nodeFaults } from "./helpers/nodeFaults.ts";
import { type RestartableChain, restartableChain } from "./helpers/restartableChain.ts";
import { type SteadyWrite, type Surprise, steadyWriter } from "./helpers/steadyWriter.ts";
import { tableDifferences } from "./helpers/tableDifferences.ts";
import { transportFaults } from "./helpers/transportFaults.ts";

const NODE_TIMEOUT_MS = 2_000;
const STUCK_MS = 60_000;
/** Members that anchor documents, each twice at a time. */
const anchoring = ["tierOne", "tierTwo", "financierA", "obligor", "custodian"] as const;
const kinds = [...transportFaults, ...answerFaults, ...nodeFaults];
/** Kinds to play, by a part of their names: to look at one of them. */
const asked = process.env["TALLYSTICK_FAULT_KINDS"];
const isTraced = process.env["TALLYSTICK_FAULT_TRACE"] !== undefined;

/** Kinds in a seeded order, in which each comes as often as any other, give or take one. */
function deck(count: number, random: () => number): FaultKind[] {
  const chosen = kinds.filter(({ name }) => asked === undefined || new RegExp(asked).test(name));
  const played: FaultKind[] = [];
  while (played.length < count) {
    const shuffled = chosen.map((kind) => ({ kind, at: random() })).sort((a, b) => a.at - b.at);
    played.push(...shuffled.map(({ kind }) => kind));
  }
  return played.slice(0, count);
}

describe("A gateway whose node fails it in every way that is known", function () {
  const injections = faultCount(20, 500);
  this.timeout(faultCount(180_000, 3_600_000));
  const seed = faultSeed();
  const random = seededRandom(seed);
  let stack: LedgerGateway;
  let proxy: FaultProxy;
  let chain: RestartableChain;

  before(async () => {
    chain = await restartableChain();
    proxy = await faultProxy(chain.url);
    const rpc = connectRpc(proxy.url, NODE_TIMEOUT_MS);
    stack = await ledgerGateway({}, { startChain: async () => chain, connect: async () => rpc });
    const until = await stack.instantIn(30 * 86_400);
    const path = `/v1/standing-acceptances/${stack.who.tierOne.id}`;
    await stack.write("tierTwo", "PUT", path, { until, framework: id("framework") });
  });

  after(async () => {
    await stack?.close();
    await proxy.close();
  });

  const writes: SteadyWrite[] = [];
  const surprises: Surprise[] = [];
  let faultsEndedAt = Number.POSITIVE_INFINITY;

  const write = (member: CastName, restMs: number, next: () => { path: string; body: unknown }) =>
    steadyWriter({
      client: stack.as(member),
      member: stack.who[member].id,
      next,
      writes,
      surprises,
      restMs,
      isOver: () => faultsEndedAt < Number.POSITIVE_INFINITY,
      isTooLate: () => performance.now() - faultsEndedAt > STUCK_MS,
    });

  /** Members that write all the time: parts of certificates, passes, anchors. */
  const writers = async (): Promise<Promise<void>[]> => {
    const { certificate } = await issueTrade(stack, { amountMinor: "100000000" });
    const splits = { path: `/v1/certificates/${certificate}/splits`, body: { valueMinor: "1" } };
    const { certificate: passed } = await issueTrade(stack, { amountMinor: "100000000" });
    const pass = { to: stack.who.tierTwo.id, valueMinor: "1", tradeReference: id("order") };
    const passes = { path: `/v1/certificates/${passed}/transfers`, body: pass };
    const anchor = () => {
      const root = `0x${randomBytes(32).toString("hex")}`;
      return { path: "/v1/anchors", body: { root, kind: "invoice", count: 1 } };
    };
    return [
      write("tierOne", 150, () => splits),
      write("tierOne", 150, () => passes),
      ...anchoring.flatMap((member) => [member, member]).map((member) => write(member, 50, anchor)),
    ];
  };

  const inject = async (played: readonly FaultKind[]): Promise<void> => {
    const scene: FaultScene = { proxy, chain, random };
    for (const kind of played) {
      if (isTraced) console.error(`      ${kind.name}`);
      await kind.inject(scene);
    }
    faultsEndedAt = performance.now();
  };

  /** How many transactions of the honest chain carry each write's reference. */
  const effects = (events: readonly Record<string, unknown>[]): Map<SteadyWrite, number> => {
    const byRef = Map.groupBy(events, (event) => String(event["ref"]));
    return new Map(
      writes.map((each) => {
        const route = `POST ${each.path}`;
        const { member: memberId, key: idempotencyKey, body } = each;
        const { ref } = requestReference({ memberId, route, idempotencyKey, body });
        const hashes = (byRef.get(ref) ?? []).map((event) => event["transaction_hash"]);
        return [each, new Set(hashes).size];
      }),
    );
  };

  it("keeps every write that it acknowledged, does none twice, and leaves none open", async () => {
    const played = deck(injections, random);
    await Promise.all([...(await writers()), inject(played)]);
    const head = Number(await chain.rpc.send("eth_blockNumber", []));
    const { projector } = stack.gateway.services;
    await projector.waitForBlock(head, STUCK_MS).catch(() => {
      throw new Error(`The projection is stuck: ${JSON.stringify(projector.status())}`);
    });
    const honest = await rebuiltTables(stack, chain.rpc, 40);
    const found = [...effects(honest["event"] ?? [])];
    const lost = found.filter(([{ answer }, count]) => answer !== undefined && count === 0);
    const doubled = found.filter(([, count]) => count > 1);
    const stuck = writes.filter(({ answer }) => answer === undefined);
    const counts = { lost: lost.length, doubled: doubled.length, stuck: stuck.length };
    const more = {
      kinds: new Set(played).size,
      writes: writes.length,
      surprises: surprises.length,
    };
    faultReport({ suite: "rpcFaults", seed, runs: played.length, ...counts, more });
    expect(surprises.slice(0, 5)).to.deep.equal([]);
    expect(counts).to.deep.equal({ lost: 0, doubled: 0, stuck: 0 });
    expect(writes.length).to.be.greaterThan(injections);
    // Another projector's checkpoint carries another fingerprint.
    honest["checkpoint"] = [];
    const own = { ...(await projectedTables(stack.database)), checkpoint: [] };
    expect(tableDifferences(own, honest)).to.deep.equal({});
  });

  it("answers each of them again as it did, and does nothing", async () => {
    const before = Number(await chain.rpc.send("eth_blockNumber", []));
    for (const { member, path, body, key, answer } of writes.slice(-200)) {
      const cast = Object.entries(stack.who).find(([, party]) => party.id === member);
      const again = await stack.as(cast?.[0] as CastName).post(path, body, key);
      expect(again.status).to.equal(201);
      expect(again.body).to.deep.equal(answer?.body);
    }
    expect(Number(await chain.rpc.send("eth_blockNumber", []))).to.equal(before);
  });
});
