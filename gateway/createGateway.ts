import { callSubject, type EngineProfile, engineProfiles } from "@tallystick/sdk";
import type { Express } from "express";
import type { Logger } from "pino";
import { createApp } from "./app.ts";
import { type ApprovalDesk, createApprovalDesk } from "./approval/createApprovalDesk.ts";
import { createApprovals } from "./approval/createApprovals.ts";
import { createAuditTrail } from "./audit/createAuditTrail.ts";
import { cachedDirectory } from "./auth/cachedDirectory.ts";
import { createAuthenticators } from "./auth/createAuthenticators.ts";
import { openIdentityDesk } from "./auth/openIdentityDesk.ts";
import { createChainSource } from "./chain/createChainSource.ts";
import { createEventDecoder } from "./chain/createEventDecoder.ts";
import { createHeadWatcher } from "./chain/createHeadWatcher.ts";
import { createStallWatch } from "./chain/createStallWatch.ts";
import type { EndpointStatus } from "./chain/endpoints/endpointStatus.ts";
import type { Rpc } from "./chain/rpc.ts";
import { verifyHeaders } from "./chain/verifyHeaders.ts";
import type { GatewayConfig } from "./config/gatewayConfig.ts";
import type { Database } from "./database/database.ts";
import { migrate } from "./database/migrate.ts";
import { readMigrations } from "./database/readMigrations.ts";
import type { DecodeError } from "./errors/ledgerRefusal.ts";
import { approvalRoutes } from "./features/approval/approvalRoutes.ts";
import { foundationRoutes } from "./features/foundationRoutes.ts";
import type { GatewayServices } from "./gatewayServices.ts";
import { createMemberBudget } from "./http/createMemberBudget.ts";
import { createReadAtBlock } from "./http/createReadAtBlock.ts";
import { Drain } from "./http/drain.ts";
import { createPresence } from "./idempotency/createPresence.ts";
import { createRequestLog } from "./idempotency/createRequestLog.ts";
import { openKeystore } from "./keystore/openKeystore.ts";
import { assertSameChain } from "./ledger/assertSameChain.ts";
import { createExecuteCall } from "./ledger/createExecuteCall.ts";
import { createSignerPool } from "./ledger/createSignerPool.ts";
import { createWritesGate } from "./ledger/createWritesGate.ts";
import type { Ledger } from "./ledger/ledger.ts";
import type { LedgerFeatures } from "./ledgerFeatures.ts";
import { type GatewayMetrics, gatewayMetrics } from "./metrics/gatewayMetrics.ts";
import { measureDatabase } from "./metrics/measureDatabase.ts";
import { measureSigners } from "./metrics/measureSigners.ts";
import { observeChain } from "./metrics/observeChain.ts";
import { observeEndpoints } from "./metrics/observeEndpoints.ts";
import { observeStores } from "./metrics/observeStores.ts";
import { openApiDocument } from "./openapi/openApiDocument.ts";
import type { Route } from "./openapi/route.ts";
import { createOutbox } from "./outbox/createOutbox.ts";
import type { Outbox } from "./outbox/outbox.ts";
import { createProjector } from "./projection/createProjector.ts";
import { projectionFingerprint } from "./projection/projectionFingerprint.ts";
import { observeProofs } from "./proofs/observeProofs.ts";
import { openProofDesk } from "./proofs/openProofDesk.ts";
import { createTagSources } from "./tags/createTagSources.ts";
import { openTagDesk } from "./tags/openTagDesk.ts";
import { createWebhookDesk } from "./webhooks/createWebhookDesk.ts";
import { foundationWorkers } from "./workers/foundationWorkers.ts";
import type { Reached } from "./writePoints.ts";

/** What a gateway is composed of. The database is open and the node reachable; both stay the caller's to close. */
export interface GatewayOptions {
  readonly config: GatewayConfig;
  readonly logger: Logger;
  readonly database: Database;
  readonly rpc: Rpc;
  /** How each node does, where `rpc` stands for several. */
  readonly endpoints?: () => readonly EndpointStatus[];
  readonly ledger: Ledger;
  readonly features: LedgerFeatures;
  /** Told at each point that a write passes; nothing listens by default. */
  readonly reached?: Reached;
}

/** A composed gateway. */
export interface Gateway {
  readonly app: Express;
  readonly services: GatewayServices;
  /** Follows the chain and sends what was stored; resolves when both have begun. */
  start(): Promise<void>;
  stop(): Promise<void>;
}

/** Refusals are about the called contract's tokens, named as the database knows them. */
function decoding({ ledger, features }: GatewayOptions, database: Database): DecodeError {
  const named = ledger.contracts.map(({ name, address }) => [address.toLowerCase(), name] as const);
  const names = new Map<string, string>(named);
  const nameOf = (address: string) => names.get(address.toLowerCase());
  return (data, call) => {
    const subject = callSubject(nameOf(call.to) ?? call.to, call.data, nameOf);
    return features.decodeError(data, subject, database);
  };
}

/** Where blocks come at a pace, looking for one much more often finds nothing and costs node and gateway. */
function headPace({ blockSeconds }: EngineProfile): { idlePollMs?: number; fastPollMs?: number } {
  if (blockSeconds === undefined) return {};
  return { idlePollMs: 200 * blockSeconds, fastPollMs: 50 * blockSeconds };
}

function observed(services: GatewayServices): GatewayServices {
  observeChain(services);
  observeEndpoints(services);
  observeStores(services);
  observeProofs(services);
  return services;
}

/** Writes' points are counted and told on. */
function counting({ writePoints }: GatewayMetrics, reached: Reached): Reached {
  return (point) => {
    writePoints.inc({ point });
    reached(point);
  };
}

async function createServices(
  options: GatewayOptions,
  holder: string,
  reached: Reached,
): Promise<GatewayServices> {
  const { config, logger, ledger, features } = options;
  const metrics = gatewayMetrics();
  const database = measureDatabase(options.database, metrics);
  const tags = await openTagDesk(config);
  const tagSources = createTagSources(tags, logger);
  const identities = await openIdentityDesk(config, database, logger);
  const migrations = await readMigrations();
  const applied = await migrate(database, migrations);
  if (applied.length > 0) logger.info({ applied }, "database: migrations applied");
  await assertSameChain(database, options.rpc, ledger.chainId);
  const engine = engineProfiles[config.engine];
  const { maxInFlightPerSigner = engine.maxInFlightPerSigner } = config;
  const profile = { ...engine, maxInFlightPerSigner };
  const { endpoints = () => [] } = options;
  // Several nodes are checked each for itself.
  const rpc = endpoints().length > 0 ? options.rpc : verifyHeaders(options.rpc, profile);
  const { chainId, contracts, startBlock } = ledger;
  const { handlers, recordOnly } = features;
  const decodeError = decoding(options, database);
  const decoder = createEventDecoder(contracts);
  const head = createHeadWatcher({ rpc, ...headPace(engine) });
  const source = createChainSource(rpc, decoder.addresses);
  const { finality } = profile;
  const schemaFingerprint = projectionFingerprint(migrations, contracts, handlers);
  const projection = { database, source, decoder, handlers, recordOnly, schemaFingerprint };
  const written = { reached: counting(metrics, reached) };
  const projector = createProjector({ ...projection, finality, startBlock, logger, ...written });
  const keystore = await openKeystore(config, database);
  const signers = measureSigners(keystore, metrics);
  const gate = createWritesGate({ database, rpc, projector, logger });
  const pending = () => outbox.status().pending;
  const patienceMs = config.stallSeconds * 1_000;
  const stall = createStallWatch({ head, pending, profile, logger, patienceMs });
  const life = { holder, gate, stall, ...written };
  const keys = { signers, chainId, profile };
  // Nothing is late before its third block: sending it again costs every node's pool.
  const rebroadcastMs = Math.max(2_000, 3_000 * (engine.blockSeconds ?? 0));
  const outbox: Outbox = createOutbox({
    database,
    rpc,
    head,
    decodeError,
    logger,
    ...keys,
    ...life,
    rebroadcastMs,
  });
  const directory = features.directory(database);
  const approvals = createApprovals({ database, rpc, directory });
  const { signerPoolMembers: members } = config;
  const accountFor = createSignerPool({ members, keystore, directory, outbox });
  const execute = createExecuteCall({ ledger, rpc, outbox, projector, accountFor });
  const proofs = await openProofDesk(config, profile, { database, rpc, projector });
  const chain = { ledger, rpc, endpoints, head, projector, outbox, proofs, gate, stall, execute };
  const people = { identities, directory, approvals };
  const audit = createAuditTrail({ database, logger, metrics });
  const drain = new Drain();
  const files = { config, logger, metrics, drain, audit, database, keystore };
  const webhooks = createWebhookDesk(config, database);
  const services = { ...files, ...people, tags, tagSources, webhooks, ...chain };
  return observed(services);
}

/**
 * Composes database, projector, outbox, sign-in and routes. Migrates the database; refuses one of another chain, and
 * handlers that don't fit the contracts, in a sentence.
 */
export async function createGateway(options: GatewayOptions): Promise<Gateway> {
  const { features, reached = () => undefined } = options;
  const presence = createPresence(options.database, options.logger);
  const services = await createServices(options, presence.id, reached);
  const { config, logger, database, projector, head, outbox, gate, identities, directory } =
    services;
  const info = { title: "Tallystick gateway", version: "1" };
  const business = features.routes(services);
  const own = foundationRoutes(services, () => document);
  const second = approvalRoutes(
    services,
    () => routes,
    () => desk,
  );
  const routes: readonly Route[] = [...own, ...second, ...business];
  const document = openApiDocument(routes, info);
  const runtime = {
    authenticators: createAuthenticators(identities, cachedDirectory(directory), config),
    security: identities.security,
    requestLog: createRequestLog(database, services.audit, presence.id),
    audit: services.audit,
    metrics: services.metrics,
    writeBudget: createMemberBudget("writes", config.writesPerMinute),
    inFlight: new Set<string>(),
    projector,
    readAtBlock: createReadAtBlock({ database, projector }),
    approvals: services.approvals,
    gate,
    stall: services.stall,
    reached: counting(services.metrics, reached),
  };
  const desk: ApprovalDesk = createApprovalDesk({ database, runtime, routes, directory, logger });
  const { refusalStatuses } = features;
  const { metrics, drain } = services;
  const operation = { metrics, drain };
  const app = createApp({ config, logger, runtime, routes, refusalStatuses, ...operation });
  head.subscribe(() => projector.poke());
  const workers = [...foundationWorkers(services), ...features.workers(services), desk.worker];
  return {
    app,
    services,
    async start() {
      await presence.announce();
      presence.start();
      head.start();
      services.stall.start();
      await projector.start();
      await outbox.start();
      await gate.start();
      for (const worker of workers) worker.start();
    },
    async stop() {
      await Promise.all(workers.map((worker) => worker.stop()));
      await services.audit.flush();
      services.stall.stop();
      head.stop();
      await gate.stop();
      await outbox.stop();
      await projector.stop();
      await presence.stop();
    },
  };
}
