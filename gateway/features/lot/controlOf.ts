import type { ControlState } from "@tallystick/sdk";
import type { LotRow } from "./lotRow.ts";

/** How good the evidence is that a lot is under control, and when it gets worse by itself. */
export interface LotControl {
  readonly state: ControlState;
  readonly staleFrom: Date | null;
  readonly frozenFrom: Date | null;
}

function after(moment: Date, seconds: bigint): Date {
  return new Date(moment.getTime() + Number(seconds) * 1_000);
}

/** Control as the ledger computes it, at the time of the last projected block. */
export function controlOf(row: LotRow): LotControl {
  const { sound_at: soundAt, block_time: now, contradicted } = row;
  if (soundAt === null) return { state: "frozen", staleFrom: null, frozenFrom: null };
  const staleFrom = after(soundAt, row.fresh_for);
  const frozenFrom = after(soundAt, row.freeze_after);
  if (now > frozenFrom) return { state: "frozen", staleFrom, frozenFrom };
  if (contradicted) return { state: "contradicted", staleFrom, frozenFrom };
  return { state: now > staleFrom ? "stale" : "sound", staleFrom, frozenFrom };
}
