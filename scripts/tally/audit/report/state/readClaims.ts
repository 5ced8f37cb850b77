import type { ReportSource } from "../reportSource.ts";
import { rowsOf } from "./rowsOf.ts";

/** One use of a real thing, with the phase that its claimant is in. */
export interface Claim {
  readonly id: string;
  readonly claimant: string;
  readonly key: string;
  readonly epoch: number;
  readonly tag: string;
  readonly amount: bigint;
  readonly unit: string;
  readonly phase: string;
}

/** Every use that was ever claimed, in the order of the chain. */
export function readClaims(source: ReportSource): readonly Claim[] {
  const phases = new Map<string, string>();
  for (const row of source.rows("claim_phase")) {
    phases.set(String(row["claimant"]), String(row["phase"]));
  }
  return rowsOf(
    source,
    "claim",
    (row) => ({
      id: row.text("claim_id"),
      claimant: row.text("claimant"),
      key: row.text("claim_key"),
      epoch: row.number("epoch"),
      tag: row.text("tag"),
      amount: row.int("amount"),
      unit: row.text("unit"),
      phase: phases.get(row.text("claimant")) ?? "",
    }),
    ({ id }) => id,
  );
}
