import type { Logger } from "pino";
import type { GatewayConfig } from "../../../gateway/config/gatewayConfig.ts";
import type { Database } from "../../../gateway/database/database.ts";
import type { Ledger } from "../../../gateway/ledger/ledger.ts";
import { deployNotebook } from "./deployNotebook.ts";
import { emptyDatabase } from "./emptyDatabase.ts";
import { silentLogger } from "./silentLogger.ts";
import { startAnvil, type TestChain } from "./startAnvil.ts";
import { type TestGateway, testGateway } from "./testGateway.ts";

/** A chain, a database and a gateway on both. */
export interface NotebookStack {
  readonly chain: TestChain;
  readonly database: Database;
  readonly ledger: Ledger;
  readonly gateway: TestGateway;
  close(): Promise<void>;
}

/** Starts everything that a test over HTTP needs. */
export async function notebookStack(
  config: Partial<GatewayConfig> = {},
  logger: Logger = silentLogger,
): Promise<NotebookStack> {
  const [chain, database] = await Promise.all([startAnvil(), emptyDatabase()]);
  const ledger = await deployNotebook(chain);
  const gateway = await testGateway({ database, rpc: chain.rpc, ledger, config, logger });
  return {
    chain,
    database,
    ledger,
    gateway,
    async close() {
      await gateway.close();
      await database.close();
      await chain.stop();
    },
  };
}
