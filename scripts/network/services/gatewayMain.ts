import { readConfig } from "../../../gateway/config/readConfig.ts";
import { createLogger } from "../../../gateway/createLogger.ts";
import { ledgerFeatures } from "../../../gateway/features/ledgerFeatures.ts";
import { serveGateway } from "../../../gateway/serveGateway.ts";
import { startingSentence } from "../../../gateway/startingSentence.ts";
import { introduceOperator } from "../../stack/introduceOperator.ts";
import { secretsOf } from "../../stack/secretsOf.ts";
import { tagKeyOf } from "../../stack/tagKeyOf.ts";

/** One gateway of a network, configured by the environment; its one argument is the network's directory. */
async function main(directory: string): Promise<void> {
  const config = readConfig(process.env);
  const { keystorePassphrase, keystoreScryptCost } = config;
  const tagKey = await tagKeyOf(directory, keystorePassphrase, keystoreScryptCost);
  const logger = createLogger(config.logLevel);
  const complete = { ...config, ...tagKey.config };
  const gateway = await serveGateway({ config: complete, features: ledgerFeatures, logger });
  const end = (): void => {
    gateway.close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.once("SIGTERM", end);
  process.once("SIGINT", end);
  await introduceOperator(gateway, await secretsOf(directory));
}

main(process.argv[2] ?? "").catch((error: unknown) => {
  console.error(startingSentence(error));
  process.exit(1);
});
