import { readConfig } from "../../../gateway/config/readConfig.ts";
import { ledgerFeatures } from "../../../gateway/features/ledgerFeatures.ts";
import { serveGateway } from "../../../gateway/serveGateway.ts";
import { silentLogger } from "../../gateway/helpers/silentLogger.ts";
import { deathAt } from "./deathAt.ts";

/** The real gateway of the real ledger in a process of its own, which kills itself where it is told. Prints its URL. */
const running = await serveGateway({
  config: readConfig(process.env),
  features: ledgerFeatures,
  logger: silentLogger,
  reached: deathAt(process.env),
});
process.stdout.write(`${running.url}\n`);
