import { id, ZeroHash } from "ethers";
import { digestProjection } from "../../../gateway/projection/digestProjection.ts";
import { standStill } from "../../../gateway/projection/standStill.ts";
import { type LedgerGateway, ledgerGateway } from "../../../test/gateway/helpers/ledgerGateway.ts";
import { ledgerLife } from "../../../test/helpers/ledgerLife.ts";
import { fillCertificates } from "./fillCertificates.ts";
import { measureReads, type ReadLatency } from "./measureReads.ts";

/** What one database engine does. */
export interface EngineReport {
  readonly engine: string;
  readonly certificates: number;
  readonly fillSeconds: number;
  /** At a hundred arrivals a second. */
  readonly certificate: ReadLatency;
  /** The same, 8 at once without a pause. */
  readonly saturated: ReadLatency;
  readonly tree: ReadLatency;
  readonly digestSeconds: number;
  readonly eventsFromGenesis: number;
  readonly eventsPerSecond: number;
}

const free = { gasPrice: 0n, type: 0 };
/** Some 8 million a day. */
const ARRIVALS_PER_SECOND = 100;
const root = (1n << 32n) | 1n;
const since = (started: number): number => Math.round(performance.now() - started) / 1_000;

async function token(stack: LedgerGateway, member: string): Promise<string> {
  const { body } = await stack.as("auditor").send("POST", "/v1/sessions", { body: { member } });
  return String(body["token"]);
}

/** Children by the hundred, then everything is projected once more. */
async function fromGenesis(stack: LedgerGateway, batches: number) {
  await ledgerLife(stack, Math.random);
  const { contracts, who, gateway, chain, database } = stack;
  const { projector } = gateway.services;
  const mine = contracts.creditCertificates.connect(who.tierOne.wallet);
  const pass = { to: who.tierThree.id, value: 1n, tradeReference: id("order") };
  const passes = Array.from({ length: 100 }, () => pass);
  for (let batch = 0; batch < batches; batch++)
    await mine.transferBatch(root, passes, ZeroHash, { ...free, gasLimit: 30_000_000n });
  const head = Number(await chain.rpc.send("eth_blockNumber", []));
  await projector.waitForBlock(head, 120_000);
  const started = performance.now();
  await projector.rebuild();
  await projector.waitForBlock(head, 600_000);
  const seconds = since(started);
  const [row] = await database.query<{ n: bigint }>("SELECT count(*) AS n FROM projected.event");
  const events = Number(row?.n);
  return { eventsFromGenesis: events, eventsPerSecond: Math.round(events / seconds) };
}

/** Fills a gateway's database and reads from it over HTTP. TEST_DATABASE_URL names a PostgreSQL, PGlite without it. */
export async function measureEngine(count: number, reads: number): Promise<EngineReport> {
  const stack = await ledgerGateway({}, { checksAnswers: false });
  try {
    const { database, url, gateway, who } = stack;
    const rate = await fromGenesis(stack, 40);
    const started = performance.now();
    const ids = await fillCertificates(database, { count, obligor: who.obligor.id });
    const fillSeconds = since(started);
    // An overseer, and a party whose right to look has to be found first.
    const tokens = [await token(stack, "Plain Audit"), await token(stack, "Huadong Steel")];
    const plan = { url, tokens, ids, reads, perSecond: ARRIVALS_PER_SECOND, suffix: "" };
    const certificate = await measureReads(plan);
    const saturated = await measureReads({ ...plan, perSecond: 0 });
    const tree = await measureReads({ ...plan, suffix: "/tree", reads: Math.ceil(reads / 4) });
    const digesting = performance.now();
    await standStill(gateway.services, digestProjection);
    const digestSeconds = since(digesting);
    const { engine } = database;
    const latencies = { certificate, saturated, tree };
    return { engine, certificates: count, fillSeconds, ...latencies, digestSeconds, ...rate };
  } finally {
    await stack.close();
  }
}
