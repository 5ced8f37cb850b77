import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { engineProfiles } from "@tallystick/sdk";
import type { Logger } from "pino";
import type { Registry } from "prom-client";
import { connectNodes } from "./chain/connectNodes.ts";
import type { GatewayConfig } from "./config/gatewayConfig.ts";
import { createGateway, type Gateway } from "./createGateway.ts";
import { openDatabase } from "./database/openDatabase.ts";
import { createWebServer } from "./http/createWebServer.ts";
import { drainServer } from "./http/drainServer.ts";
import { guardServer } from "./http/guardServer.ts";
import { assertNodeAnswers } from "./ledger/assertNodeAnswers.ts";
import { readDeployment } from "./ledger/readDeployment.ts";
import type { LedgerFeatures } from "./ledgerFeatures.ts";
import { serveMetrics } from "./metrics/serveMetrics.ts";
import type { Reached } from "./writePoints.ts";

/** A gateway that listens. */
export interface RunningGateway {
  readonly gateway: Gateway;
  /** Where it listens, for instance `http://127.0.0.1:8080`. */
  readonly url: string;
  /** Takes no new requests, lets those at work finish, then lets go of chain and database. */
  close(): Promise<void>;
}

/** What is needed to run one. */
export interface ServeOptions {
  readonly config: GatewayConfig;
  readonly features: LedgerFeatures;
  readonly logger: Logger;
  /** Told at each point that a write passes; nothing listens by default. */
  readonly reached?: Reached;
}

async function listen(server: Server, config: GatewayConfig): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  server.once("error", reject);
  server.listen(config.port, config.host, resolve);
  await promise;
  const { port } = server.address() as AddressInfo;
  return `${config.tlsCertFile === undefined ? "http" : "https"}://${config.host}:${port}`;
}

async function openAdmin(
  { adminHost: host, adminPort: port }: GatewayConfig,
  registry: Registry,
): Promise<Server | undefined> {
  return port === undefined ? undefined : serveMetrics(registry, { host, port });
}

/** Opens database and node, composes the gateway, starts it and listens. */
export async function serveGateway({
  config,
  features,
  logger,
  reached = () => undefined,
}: ServeOptions): Promise<RunningGateway> {
  const ledger = await readDeployment(config.deploymentFile, features.interfaces);
  const database = await openDatabase(config);
  const { rpcUrls: urls, engine } = config;
  const { chainId } = ledger;
  const rpc = await connectNodes({ urls, chainId, profile: engineProfiles[engine], logger });
  await assertNodeAnswers(rpc, urls);
  const node = { rpc, endpoints: rpc.endpoints };
  const own = { config, logger, database, ledger, features, reached };
  const gateway = await createGateway({ ...own, ...node });
  await gateway.start();
  const { metrics, drain } = gateway.services;
  const server = await createWebServer(gateway.app, config);
  guardServer(server, config);
  const admin = await openAdmin(config, metrics.registry);
  const url = await listen(server, config);
  logger.info({ url, chainId, database: database.engine }, "gateway: listening");
  return {
    gateway,
    url,
    async close() {
      await drainServer(server, drain);
      await gateway.stop();
      admin?.close();
      rpc.destroy();
      await database.close();
    },
  };
}
