import { Gauge } from "prom-client";
import type { GatewayServices } from "../gatewayServices.ts";

type Needs = Pick<GatewayServices, "proofs" | "metrics">;

/** Gauges of how many blocks are proved. Without pinned validators, or a database that answers, they have no value. */
export function observeProofs({ proofs, metrics }: Needs): void {
  const registers = [metrics.registry];
  const read = () => proofs?.coverage().catch(() => undefined);
  new Gauge({
    name: "tallystick_block_proof_coverage",
    help: "Share of the blocks with ledger events, older than 30 s, for which a quorum of the validators signed.",
    registers,
    async collect() {
      const coverage = await read();
      if (coverage === undefined) this.remove();
      else this.set(coverage.share);
    },
  });
  new Gauge({
    name: "tallystick_block_proof_missing",
    help: "Blocks with ledger events, older than 30 s, without a proof.",
    registers,
    async collect() {
      const coverage = await read();
      if (coverage === undefined) this.remove();
      else this.set(coverage.missing);
    },
  });
}
