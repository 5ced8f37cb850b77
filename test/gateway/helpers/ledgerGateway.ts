import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { createServer, type Server } from "node:http";
import { dayOf, dayToCivilDate } from "@tallystick/sdk";
import type { Rpc } from "../../../gateway/chain/rpc.ts";
import type { GatewayConfig } from "../../../gateway/config/gatewayConfig.ts";
import { readConfig } from "../../../gateway/config/readConfig.ts";
import { createGateway, type Gateway } from "../../../gateway/createGateway.ts";
import type { Database } from "../../../gateway/database/database.ts";
import { ledgerFeatures } from "../../../gateway/features/ledgerFeatures.ts";
import { guardServer } from "../../../gateway/http/guardServer.ts";
import type { Ledger } from "../../../gateway/ledger/ledger.ts";
import { checkAnswers } from "./checkAnswers.ts";
import type { Answer, Client } from "./client.ts";
import { deployTestLedger, recordCast, type TestLedger } from "./deployTestLedger.ts";
import { emptyDatabase } from "./emptyDatabase.ts";
import { type CastName, ledgerCast } from "./ledgerCast.ts";
import { replayDifferences } from "./replayDifferences.ts";
import { signIn } from "./signIn.ts";
import { silentLogger } from "./silentLogger.ts";
import { startAnvil, type TestChain } from "./startAnvil.ts";

/** The real contracts on a chain of their own, a gateway before them, and its members signed in. */
export interface LedgerGateway extends TestLedger {
  readonly chain: TestChain;
  readonly database: Database;
  readonly gateway: Gateway;
  readonly url: string;
  /** A member's client; the same one each time. */
  as(member: CastName): Client;
  /** Writes with a method other than POST, under a new Idempotency-Key. */
  write(member: CastName, method: string, path: string, body?: unknown): Promise<Answer>;
  /** Block time in seconds. */
  now(): Promise<number>;
  /** RFC 3339 of a moment `seconds` after the last block. */
  instantIn(seconds: number): Promise<string>;
  /** Civil date of the ledger, `days` after the last block's. */
  dayIn(days: number): Promise<string>;
  /** Lets time pass on the chain, and waits until the block at its end is projected. */
  pass(seconds: number): Promise<void>;
  /** Stops all of it; throws when an answer was not as its OpenAPI declares it, or a replay of the chain finds something else. */
  close(): Promise<void>;
}

const environment = {
  DEMO: "true",
  KEYSTORE_PASSPHRASE: "for tests only",
  KEYSTORE_SCRYPT_COST: "1024",
  REQUESTS_PER_MINUTE: "0",
  WRITES_PER_MINUTE: "0",
  SIGN_INS_PER_MINUTE: "0",
  // Tests let time pass and say themselves what happens then.
  UPKEEP: "off",
  AUDIT_ANCHOR_SECONDS: "0",
};

function ledgerOf({ deployment }: TestLedger): Ledger {
  const contracts = Object.entries(ledgerFeatures.interfaces).map(([name, abi]) => {
    const address = deployment.addresses[name as keyof typeof deployment.addresses];
    return { name, address, interface: abi };
  });
  return { chainId: deployment.chainId, startBlock: deployment.block, contracts };
}

async function listen(gateway: Gateway): Promise<{ server: Server; url: string }> {
  const server = createServer(gateway.app);
  guardServer(server, gateway.services.config);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no address");
  return { server, url: `http://127.0.0.1:${address.port}` };
}

async function signInAll(
  url: string,
  watched: (client: Client) => Client,
): Promise<Record<CastName, Client>> {
  const clients: [string, Client][] = [];
  for (const [key, { name }] of Object.entries(ledgerCast))
    clients.push([key, watched(await signIn(url, name))]);
  return Object.fromEntries(clients) as Record<CastName, Client>;
}

function timeOf({ provider }: TestLedger) {
  const now = async () => {
    const block = await provider.getBlock("latest");
    if (block === null) throw new Error("the chain has no block");
    return block.timestamp;
  };
  return {
    now,
    instantIn: async (seconds: number) => new Date(((await now()) + seconds) * 1000).toISOString(),
    dayIn: async (days: number) => dayToCivilDate(dayOf(await now()) + days),
  };
}

/** What a test may choose beside the configuration. */
type LedgerGatewayOptions = Parameters<typeof deployTestLedger>[1] & {
  readonly startChain?: () => Promise<TestChain>;
  readonly openDatabase?: () => Promise<Database>;
  /** The gateway's own way to the chain; the chain's by default. */
  readonly connect?: (chain: TestChain) => Promise<Rpc>;
  /** Holds answers against their schemas, and in the end the projection against a replay; what is measured goes without. */
  readonly checksAnswers?: boolean;
};

/** Starts all of it; call `close` afterwards. */
export async function ledgerGateway(
  config: Partial<GatewayConfig> = {},
  {
    startChain = startAnvil,
    openDatabase = emptyDatabase,
    connect,
    checksAnswers = true,
    ...options
  }: LedgerGatewayOptions = {},
): Promise<LedgerGateway> {
  const [chain, database] = await Promise.all([startChain(), openDatabase()]);
  const ledger = await deployTestLedger(chain, options);
  const { features, differences, watched } = checksAnswers
    ? checkAnswers(ledgerFeatures)
    : { features: ledgerFeatures, differences: [], watched: (client: Client) => client };
  const gateway = await createGateway({
    config: { ...readConfig(environment), ...config },
    logger: silentLogger,
    database,
    rpc: (await connect?.(chain)) ?? chain.rpc,
    ledger: ledgerOf(ledger),
    features,
  });
  for (const { id, wallet } of Object.values(ledger.who)) {
    await gateway.services.keystore.add(id, wallet.privateKey);
  }
  await recordCast(database, ledger);
  await gateway.start();
  const { server, url } = await listen(gateway);
  const head = Number(await chain.rpc.send("eth_blockNumber", []));
  await gateway.services.projector.waitForBlock(head);
  const clients = await signInAll(url, (client) => watched(client, gateway.services));
  return {
    ...ledger,
    ...timeOf(ledger),
    chain,
    database,
    gateway,
    url,
    as: (member) => clients[member],
    async pass(seconds) {
      await chain.rpc.send("evm_increaseTime", [seconds]);
      await chain.rpc.send("evm_mine", []);
      const block = Number(await chain.rpc.send("eth_blockNumber", []));
      await gateway.services.projector.waitForBlock(block);
    },
    write: (member, method, path, body) =>
      clients[member].send(method, path, { key: randomUUID(), body: body ?? {} }),
    async close() {
      const replayed = checksAnswers ? await replayDifferences({ ...ledger, gateway, chain }) : [];
      server.closeAllConnections();
      server.close();
      await once(server, "close");
      await gateway.stop();
      ledger.provider.destroy();
      await database.close();
      await chain.stop();
      const wrong = [...differences, ...replayed];
      if (wrong.length > 0) throw new Error(wrong.join("\n"));
    },
  };
}
