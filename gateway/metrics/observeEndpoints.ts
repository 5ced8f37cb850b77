import { Gauge } from "prom-client";
import type { EndpointStatus } from "../chain/endpoints/endpointStatus.ts";
import type { GatewayServices } from "../gatewayServices.ts";

type Needs = Pick<GatewayServices, "endpoints" | "metrics">;

const gauges: readonly (readonly [
  name: string,
  help: string,
  read: (status: EndpointStatus) => number | undefined,
])[] = [
  ["head_block", "Number of a node's newest block.", ({ head }) => head],
  ["behind_blocks", "Blocks that a node lacks of those seen.", ({ behind }) => behind],
  [
    "silent_seconds",
    "How long ago a node last answered.",
    ({ silentMs }) => (silentMs === undefined ? undefined : silentMs / 1000),
  ],
  ["error_streak", "Requests in a row that a node did not answer.", (each) => each.errorStreak],
  [
    "set_aside",
    "1 while a node is asked nothing because of what it said.",
    ({ setAside }) => (setAside === undefined ? 0 : 1),
  ],
  ["current", "1 for the node that reads go to.", ({ isCurrent }) => (isCurrent ? 1 : 0)],
];

/** Gauges of each of several nodes. */
export function observeEndpoints({ endpoints, metrics }: Needs): void {
  for (const [name, help, read] of gauges) {
    new Gauge({
      name: `tallystick_endpoint_${name}`,
      help,
      labelNames: ["endpoint"] as const,
      registers: [metrics.registry],
      collect() {
        this.reset();
        for (const status of endpoints()) {
          const value = read(status);
          if (value !== undefined) this.set({ endpoint: status.name }, value);
        }
      },
    });
  }
}
