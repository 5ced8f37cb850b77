import { Gauge } from "prom-client";
import type { GatewayServices } from "../gatewayServices.ts";

type Needs = Pick<GatewayServices, "head" | "projector" | "metrics">;

/** Gauges of the chain's head and of how far the projection follows it. */
export function observeChain({ head, projector, metrics }: Needs): void {
  const registers = [metrics.registry];
  new Gauge({
    name: "tallystick_chain_head_block",
    help: "Number of the newest block seen.",
    registers,
    collect() {
      this.set(head.latest()?.number ?? 0);
    },
  });
  new Gauge({
    name: "tallystick_chain_head_age_seconds",
    help: "How long ago the newest block was made, by its own time.",
    registers,
    collect() {
      const latest = head.latest();
      if (latest !== undefined) this.set(Math.max(Date.now() / 1000 - latest.timestamp, 0));
    },
  });
  new Gauge({
    name: "tallystick_node_silent_seconds",
    help: "How long ago the node last answered.",
    registers,
    collect() {
      const silent = head.silentMs();
      if (Number.isFinite(silent)) this.set(silent / 1000);
    },
  });
  new Gauge({
    name: "tallystick_projection_block",
    help: "Number of the last block whose rows are written.",
    registers,
    collect() {
      this.set(projector.status().blockNumber);
    },
  });
  new Gauge({
    name: "tallystick_projection_lag_blocks",
    help: "Blocks between the head and the projection.",
    registers,
    collect() {
      const { blockNumber } = projector.status();
      this.set(Math.max((head.latest()?.number ?? blockNumber) - blockNumber, 0));
    },
  });
  new Gauge({
    name: "tallystick_projection_stopped",
    help: "1 while the projection stands still and a person has to look.",
    registers,
    collect() {
      this.set(projector.status().state === "stopped" ? 1 : 0);
    },
  });
}
