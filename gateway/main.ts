import { readConfig } from "./config/readConfig.ts";
import { createLogger } from "./createLogger.ts";
import { ledgerFeatures } from "./features/ledgerFeatures.ts";
import { serveGateway } from "./serveGateway.ts";
import { startingSentence } from "./startingSentence.ts";

/** Runs a gateway from the environment until it is told to stop. */
async function main(): Promise<void> {
  const config = readConfig(process.env);
  const logger = createLogger(config.logLevel);
  const running = await serveGateway({ config, features: ledgerFeatures, logger });
  let stopping = false;
  const stop = (signal: NodeJS.Signals): void => {
    // A second signal does not wait for what the first one lets finish.
    if (stopping) process.exit(1);
    stopping = true;
    logger.info({ signal }, "gateway: stopping");
    running.close().then(
      () => process.exit(0),
      (error: unknown) => {
        logger.fatal({ err: error }, "gateway: did not stop cleanly");
        process.exit(1);
      },
    );
  };
  process.on("SIGINT", stop);
  process.on("SIGTERM", stop);
}

main().catch((error: unknown) => {
  console.error(startingSentence(error));
  process.exit(1);
});
