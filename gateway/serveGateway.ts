import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import type { Logger } from "pino";
import { connectRpc } from "./chain/connectRpc.ts";
import type { GatewayConfig } from "./config/gatewayConfig.ts";
import { createGateway, type Gateway } from "./createGateway.ts";
import { connectDatabase } from "./database/connectDatabase.ts";
import { createWebServer } from "./http/createWebServer.ts";
import { readDeployment } from "./ledger/readDeployment.ts";
import type { LedgerFeatures } from "./ledgerFeatures.ts";

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
}

const DRAIN_MS = 10_000;

async function listen(server: Server, config: GatewayConfig): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  server.once("error", reject);
  server.listen(config.port, config.host, resolve);
  await promise;
  const { port } = server.address() as AddressInfo;
  return `${config.tlsCertFile === undefined ? "http" : "https"}://${config.host}:${port}`;
}

async function drain(server: Server): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  server.close(() => resolve());
  server.closeIdleConnections();
  // Event streams never end by themselves; what still runs after the drain is cut.
  const timer = setTimeout(() => server.closeAllConnections(), DRAIN_MS);
  await promise;
  clearTimeout(timer);
}

/** Opens database and node, composes the gateway, starts it and listens. */
export async function serveGateway({
  config,
  features,
  logger,
}: ServeOptions): Promise<RunningGateway> {
  const ledger = await readDeployment(config.deploymentFile, features.interfaces);
  const database = await connectDatabase({
    url: config.databaseUrl,
    // A ledger that is thrown away needs no database on disk.
    directory:
      config.dataDirectory === ":memory:" ? undefined : join(config.dataDirectory, "database"),
  });
  const rpc = connectRpc(config.rpcUrl);
  const gateway = await createGateway({ config, logger, database, rpc, ledger, features });
  await gateway.start();
  const server = await createWebServer(gateway.app, config);
  const url = await listen(server, config);
  logger.info({ url, chainId: ledger.chainId, database: database.engine }, "gateway: listening");
  return {
    gateway,
    url,
    async close() {
      await drain(server);
      await gateway.stop();
      rpc.destroy();
      await database.close();
    },
  };
}
