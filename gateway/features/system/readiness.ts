import type { GatewayServices } from "../../gatewayServices.ts";

/** Whether one thing that the gateway depends on is well, and a sentence about it. */
export interface ReadinessCheck {
  readonly ok: boolean;
  readonly detail: string;
}

/** All that readiness depends on. */
export interface Readiness {
  readonly ready: boolean;
  /** Share of the ledger's blocks that are proved, 0 to 1; absent where no validators are pinned. It doesn't hinder serving. */
  readonly proofCoverage?: number;
  readonly checks: {
    readonly database: ReadinessCheck;
    readonly chain: ReadinessCheck;
    readonly projection: ReadinessCheck;
    readonly writes: ReadinessCheck;
    /** False from the moment on in which the gateway is told to stop. */
    readonly serving: ReadinessCheck;
    /** Where there are several; false when none of them can be asked. */
    readonly nodes?: ReadinessCheck;
  };
}

type Needs = Pick<
  GatewayServices,
  "database" | "head" | "projector" | "gate" | "stall" | "drain" | "endpoints" | "proofs"
>;

const MAXIMUM_LAG_BLOCKS = 50;
const LATE_BLOCKS = 2;

async function checkDatabase({ database }: Needs): Promise<ReadinessCheck> {
  try {
    await database.query("SELECT 1");
    return { ok: true, detail: `${database.engine} answers` };
  } catch {
    return { ok: false, detail: `${database.engine} does not answer` };
  }
}

function checkChain({ head, stall }: Needs): ReadinessCheck {
  const latest = head.latest();
  if (latest === undefined) return { ok: false, detail: "the node does not answer" };
  const ageSeconds = Math.floor(head.unchangedMs() / 1000);
  const detail = stall.sentence() ?? `head is block ${latest.number}, ${ageSeconds} s old`;
  return { ok: stall.sentence() === undefined, detail };
}

function checkNodes({ endpoints }: Needs): { readonly nodes?: ReadinessCheck } {
  const all = endpoints();
  if (all.length === 0) return {};
  const usable = all.filter((each) => each.setAside === undefined && each.errorStreak === 0);
  const troubles = all.flatMap(({ name, setAside, errorStreak, behind = 0 }) => {
    if (setAside !== undefined) return [`${name} is set aside: ${setAside}`];
    if (errorStreak > 0) return [`${name} does not answer.`];
    return behind > LATE_BLOCKS ? [`${name} is ${behind} blocks behind.`] : [];
  });
  const count = `${usable.length} of ${all.length} nodes can be asked`;
  return { nodes: { ok: usable.length > 0, detail: [count, ...troubles].join("; ") } };
}

function checkProjection({ head, projector }: Needs): ReadinessCheck {
  const { state, blockNumber, sentence, progress, isComplete } = projector.status();
  const lag = (head.latest()?.number ?? blockNumber) - blockNumber;
  const left = progress?.secondsLeft;
  const pace = left === undefined ? "" : `, about ${Math.ceil(left)} s left`;
  const detail =
    sentence ?? `block ${blockNumber} is projected, ${Math.max(lag, 0)} behind the head${pace}`;
  const isRunning = state !== "stopped" && state !== "idle";
  return { ok: isRunning && isComplete && lag <= MAXIMUM_LAG_BLOCKS, detail };
}

async function shareProved({ proofs }: Needs): Promise<{ readonly proofCoverage?: number }> {
  const coverage = await proofs?.coverage().catch(() => undefined);
  return coverage === undefined ? {} : { proofCoverage: coverage.share };
}

/** Asks everything that the gateway depends on. */
export async function readiness(services: Needs): Promise<Readiness> {
  const database = await checkDatabase(services);
  const chain = checkChain(services);
  const projection = checkProjection(services);
  const isDraining = services.drain.hasBegun;
  const serving = { ok: !isDraining, detail: isDraining ? "the gateway stops" : "it serves" };
  const writes = { ok: services.gate.isOpen(), detail: services.gate.sentence() };
  return {
    ...(await shareProved(services)),
    ready: database.ok && chain.ok && projection.ok && writes.ok && serving.ok,
    checks: { database, chain, projection, writes, serving, ...checkNodes(services) },
  };
}
