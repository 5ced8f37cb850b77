/** A row of `projected.lot` with its location's rules, its custodian's admission and its texts. */
export interface LotRow {
  readonly lot_id: bigint;
  readonly location_id: bigint;
  readonly custodian: bigint;
  readonly goods_key: string;
  readonly mark: string;
  readonly goods: string;
  readonly mark_text: string | null;
  readonly goods_text: Readonly<Record<string, unknown>> | null;
  readonly unit: string;
  readonly loss_basis_points: number;
  readonly storage_until: string;
  readonly min_lot: bigint;
  readonly measured: bigint;
  readonly live: bigint;
  readonly held: bigint;
  readonly short_since: Date | null;
  readonly contradicted: boolean;
  readonly sound_at: Date | null;
  readonly by_custodian: bigint;
  readonly by_custodian_at: Date | null;
  readonly by_counter: bigint;
  readonly by_counter_at: Date | null;
  readonly moved_at: Date | null;
  readonly opened_at: Date;
  readonly fresh_for: bigint;
  readonly freeze_after: bigint;
  readonly over_capacity: boolean;
  readonly is_admitted: boolean;
  /** Time of the last projected block. */
  readonly block_time: Date;
}
