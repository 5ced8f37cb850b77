import { engineProfiles } from "@tallystick/sdk";
import type { GatewayServices } from "../gatewayServices.ts";
import { createPeriodicWorker } from "../workers/createPeriodicWorker.ts";
import type { Worker } from "../workers/worker.ts";
import { openOperatorKey } from "./openOperatorKey.ts";
import { PermissionJob, type PermissionRound } from "./PermissionJob.ts";

type Needs = Pick<GatewayServices, "config" | "database" | "ledger" | "logger" | "metrics" | "rpc">;

/** A new member's first transaction is refused until its account is on the list, so it gets there within a few blocks. */
const FOLLOW_EVERY_MS = 2_000;
/** Coin runs low and proposed accounts become active without an event, so it looks now and then anyway. */
const LOOK_EVERY_MS = 60_000;
/** The lists follow within a few blocks; what lasts longer is worth a person's look. */
const GRACE_SECONDS = 120;

/** Tells what a round found and did; a finding once, as long as it lasts. */
class PermissionNews {
  readonly #services: Needs;
  #told = new Set<string>();

  constructor(services: Needs) {
    this.#services = services;
  }

  tell({ findings, sent }: PermissionRound): void {
    const { logger, metrics } = this.#services;
    for (const { verb, account, transactionHash } of sent) {
      metrics.permissionCalls.inc({ verb });
      logger.info({ worker: "permissions", verb, account, transactionHash }, "permissions: done");
    }
    metrics.permissionFindings.reset();
    for (const { code, sentence } of findings) {
      metrics.permissionFindings.inc({ code });
      if (!this.#told.has(sentence)) logger.warn({ worker: "permissions", code }, sentence);
    }
    this.#told = new Set(findings.map(({ sentence }) => sentence));
    metrics.permissionRound.setToCurrentTime();
  }
}

/**
 * The worker that lets members' accounts send, and those that are no longer members' not. Only where the engine keeps the
 * list on the chain and this gateway holds the operator's key.
 */
export function createPermissionWorkers(services: Needs): readonly Worker[] {
  const { config, database, ledger, logger, rpc } = services;
  const file = config.chainOperatorKeyFile;
  const gas = engineProfiles[config.engine];
  if (gas.quirks.allowLists !== "chain" || file === undefined) return [];
  const members = ledger.contracts.find(({ name }) => name === "members")?.address;
  if (members === undefined) throw new Error("The deployment names no contract for members.");
  const opened = async () => {
    const wallet = await openOperatorKey(file, config.keystorePassphrase);
    const { chainId } = ledger;
    const rules = { also: config.chainAlsoEnabled, graceSeconds: GRACE_SECONDS };
    const most = gas.maxInFlightPerSigner;
    return new PermissionJob({ rpc, chainId, members, gas, most, wallet, ...rules });
  };
  const news = new PermissionNews(services);
  let job: PermissionJob | undefined;
  let lookAt = 0;
  const run = async () => {
    job ??= await opened();
    const isNews = await job.follow();
    if (!isNews && Date.now() < lookAt) return;
    // Until the round has ended well there is something to look at.
    lookAt = 0;
    const round = await job.run();
    news.tell(round);
    if (!round.isUnfinished) lookAt = Date.now() + LOOK_EVERY_MS;
  };
  const worker = { name: "permissions", everyMs: FOLLOW_EVERY_MS, database, logger, run };
  return [createPeriodicWorker(worker)];
}
