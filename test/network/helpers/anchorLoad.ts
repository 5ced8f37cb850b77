import { randomBytes } from "node:crypto";
import {
  type SteadyWrite,
  type Surprise,
  steadyWriter,
} from "../../faults/helpers/steadyWriter.ts";
import { eitherGateway } from "./eitherGateway.ts";
import type { LiveNetwork } from "./liveNetwork.ts";

/** Writes under way through both gateways. */
export interface AnchorLoad {
  readonly writes: readonly SteadyWrite[];
  readonly surprises: readonly Surprise[];
  answered(): number;
  /** Begins nothing new and waits until what was begun is answered, or a minute is over. */
  stop(): Promise<void>;
}

const OPERATOR = 1;
const STUCK_MS = 60_000;

/** The operator anchors random digests, each writer one after the other, and keeps what was acknowledged. */
export async function anchorLoad(network: LiveNetwork, writers = 8): Promise<AnchorLoad> {
  const writes: SteadyWrite[] = [];
  const surprises: Surprise[] = [];
  let stoppedAt = Number.POSITIVE_INFINITY;
  const urls = network.state.gateways.map(({ url }) => url);
  const next = () => ({
    path: "/v1/anchors",
    body: { root: `0x${randomBytes(32).toString("hex")}`, kind: "other", count: 1 },
  });
  const clients = [
    await eitherGateway(urls, String(OPERATOR)),
    await eitherGateway(urls.toReversed(), String(OPERATOR)),
  ];
  const working = Array.from({ length: writers }, (_, index) => {
    const own = clients[index % clients.length];
    if (own === undefined) throw new Error("There is no gateway.");
    return steadyWriter({
      client: own,
      member: OPERATOR,
      next,
      writes,
      surprises,
      restMs: 50,
      isOver: () => stoppedAt < Number.POSITIVE_INFINITY,
      isTooLate: () => performance.now() - stoppedAt > STUCK_MS,
    });
  });
  return {
    writes,
    surprises,
    answered: () => writes.filter(({ answer }) => answer !== undefined).length,
    async stop() {
      stoppedAt = performance.now();
      await Promise.all(working);
    },
  };
}
