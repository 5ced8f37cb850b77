import { readConfig } from "../../../gateway/config/readConfig.ts";
import { createLogger } from "../../../gateway/createLogger.ts";
import { ledgerFeatures } from "../../../gateway/features/ledgerFeatures.ts";
import { type RunningGateway, serveGateway } from "../../../gateway/serveGateway.ts";
import { introduceOperator } from "../../stack/introduceOperator.ts";
import { secretsOf } from "../../stack/secretsOf.ts";
import { tagKeyOf } from "../../stack/tagKeyOf.ts";
import { answerParent } from "../gateway/answerParent.ts";

/** A gateway of the bench's own, in a process that does nothing else. */
interface Start {
  readonly directory: string;
  readonly environment: Readonly<Record<string, string>>;
}

let gateway: RunningGateway | undefined;

function services() {
  if (gateway === undefined) throw new Error("The gateway is not started.");
  return gateway.gateway.services;
}

async function count(cause: "split" | "passed"): Promise<number> {
  const [row] = await services().database.query<{ count: bigint }>(
    "SELECT count(*) AS count FROM projected.certificate WHERE (cause = 'split') = $1",
    [cause === "split"],
  );
  return Number(row?.count ?? 0n);
}

answerParent(
  {
    async start({ directory, environment }: Start) {
      const config = readConfig(environment);
      const { keystorePassphrase, keystoreScryptCost } = config;
      const tagKey = await tagKeyOf(directory, keystorePassphrase, keystoreScryptCost);
      const logger = createLogger(config.logLevel);
      const complete = { ...config, ...tagKey.config };
      gateway = await serveGateway({ config: complete, features: ledgerFeatures, logger });
      await introduceOperator(gateway, await secretsOf(directory));
      return { url: gateway.url };
    },
    async addKeys(keys: readonly (readonly [memberId: number, key: string])[]) {
      for (const [memberId, key] of keys) await services().keystore.add(memberId, key);
    },
    count,
    processorSeconds() {
      const { user, system } = process.cpuUsage();
      return (user + system) / 1_000_000;
    },
  },
  async () => gateway?.close(),
);
