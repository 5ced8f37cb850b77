import { Counter, Gauge, Histogram, Registry } from "prom-client";

const requestSeconds = [0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 20];
const querySeconds = [0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.5, 1, 5];
const sizes = [1, 2, 5, 10, 20, 50, 100, 200];

function requestMetrics(registers: Registry[]) {
  return {
    requests: new Histogram({
      name: "tallystick_http_request_duration_seconds",
      help: "Answered requests by operation and status, from the first byte read to the last one written.",
      labelNames: ["operation", "status"] as const,
      buckets: requestSeconds,
      registers,
    }),
    requestsAtWork: new Gauge({
      name: "tallystick_http_requests_at_work",
      help: "Requests that are being answered.",
      registers,
    }),
    limited: new Counter({
      name: "tallystick_http_limited_total",
      help: "Requests refused by a limit.",
      labelNames: ["limit"] as const,
      registers,
    }),
    eventStreams: new Gauge({
      name: "tallystick_event_streams",
      help: "Listeners of server-sent events.",
      registers,
    }),
  };
}

function storageMetrics(registers: Registry[]) {
  return {
    queries: new Histogram({
      name: "tallystick_database_seconds",
      help: "Statements and whole transactions, as their callers wait for them.",
      labelNames: ["kind"] as const,
      buckets: querySeconds,
      registers,
    }),
    queryErrors: new Counter({
      name: "tallystick_database_errors_total",
      help: "Statements and transactions that failed.",
      labelNames: ["kind"] as const,
      registers,
    }),
    batches: new Histogram({
      name: "tallystick_batch_size",
      help: "Requests that shared one database commit.",
      labelNames: ["batch"] as const,
      buckets: sizes,
      registers,
    }),
    writePoints: new Counter({
      name: "tallystick_write_points_total",
      help: "Points that writes passed on their way to a block.",
      labelNames: ["point"] as const,
      registers,
    }),
    signerErrors: new Counter({
      name: "tallystick_signer_errors_total",
      help: "Signatures that a key's holder did not give.",
      registers,
    }),
  };
}

function workMetrics(registers: Registry[]) {
  return {
    upkeepWrites: new Counter({
      name: "tallystick_upkeep_writes_total",
      help: "What the gateway did by itself: done, shared with another gateway, or refused by the ledger.",
      labelNames: ["verb", "outcome"] as const,
      registers,
    }),
    upkeepDue: new Gauge({
      name: "tallystick_upkeep_due",
      help: "Subjects that the last round found due, 50 at most.",
      labelNames: ["verb"] as const,
      registers,
    }),
    upkeepResting: new Gauge({
      name: "tallystick_upkeep_resting",
      help: "Subjects that the ledger refused and that are asked again later.",
      labelNames: ["verb"] as const,
      registers,
    }),
    upkeepRound: new Gauge({
      name: "tallystick_upkeep_last_round_timestamp_seconds",
      help: "When the last whole round ended.",
      registers,
    }),
    auditEntries: new Counter({
      name: "tallystick_audit_entries_total",
      help: "Entries written to the audit log.",
      registers,
    }),
    auditFailures: new Counter({
      name: "tallystick_audit_failures_total",
      help: "Entries beside a write's own commit that could not be written.",
      registers,
    }),
  };
}

function networkMetrics(registers: Registry[]) {
  return {
    permissionCalls: new Counter({
      name: "tallystick_permission_calls_total",
      help: "Changes of the chain's own list of senders, and coin given for gas.",
      labelNames: ["verb"] as const,
      registers,
    }),
    permissionFindings: new Gauge({
      name: "tallystick_permission_findings",
      help: "Where the chain's own lists differed from the members' accounts in the last round.",
      labelNames: ["code"] as const,
      registers,
    }),
    permissionRound: new Gauge({
      name: "tallystick_permission_last_round_timestamp_seconds",
      help: "When the chain's own lists were last compared with the members' accounts.",
      registers,
    }),
    validatorEnd: new Gauge({
      name: "tallystick_validator_end_timestamp_seconds",
      help: "When each validator's time ends, by its stake or in the ledger's own set, whichever is first.",
      labelNames: ["node"] as const,
      registers,
    }),
  };
}

function webhookMetrics(registers: Registry[]) {
  return {
    webhookAttempts: new Counter({
      name: "tallystick_webhook_attempts_total",
      help: "POSTs of events: delivered or failed.",
      labelNames: ["outcome"] as const,
      registers,
    }),
    webhookSeconds: new Histogram({
      name: "tallystick_webhook_duration_seconds",
      help: "POSTs of events until the answer's status.",
      buckets: requestSeconds,
      registers,
    }),
    webhookSubscriptions: new Gauge({
      name: "tallystick_webhook_subscriptions",
      help: "Subscriptions that are sent to, and those that were paused because their endpoint failed.",
      labelNames: ["state"] as const,
      registers,
    }),
    webhookDeadLetters: new Gauge({
      name: "tallystick_webhook_dead_letters",
      help: "Events that were given up and not sent again since.",
      registers,
    }),
  };
}

/** Everything that the gateway counts, with the registry that Prometheus reads. No label takes unbounded values. */
export function gatewayMetrics() {
  const registry = new Registry();
  const registers = [registry];
  return {
    registry,
    ...requestMetrics(registers),
    ...storageMetrics(registers),
    ...workMetrics(registers),
    ...networkMetrics(registers),
    ...webhookMetrics(registers),
  };
}

/** What counts are kept of. */
export type GatewayMetrics = ReturnType<typeof gatewayMetrics>;
