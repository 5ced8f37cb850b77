import { readConfig } from "./config/readConfig.ts";
import { createLogger } from "./createLogger.ts";
import { ledgerFeatures } from "./features/ledgerFeatures.ts";
import { serveGateway } from "./serveGateway.ts";

/** Runs a gateway from the environment until it is told to stop. */
async function main(): Promise<void> {
  const config = readConfig(process.env);
  const logger = createLogger(config.logLevel);
  const running = await serveGateway({ config, features: ledgerFeatures, logger });
  const stop = (signal: NodeJS.Signals): void => {
    logger.info({ signal }, "gateway: stopping");
    running.close().then(
      () => process.exit(0),
      (error: unknown) => {
        logger.fatal({ err: error }, "gateway: did not stop cleanly");
        process.exit(1);
      },
    );
  };
  process.once("SIGINT", stop);
  process.once("SIGTERM", stop);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
