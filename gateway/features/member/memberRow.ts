import type { PartyId } from "@tallystick/sdk";

/** A row of `projected.member` with what this gateway knows of the party. */
export interface MemberRow {
  readonly member_id: bigint;
  readonly roles: number;
  readonly size: number;
  readonly suspensions: number;
  readonly overdue: number;
  readonly epoch: bigint;
  readonly guardian: bigint | null;
  readonly guardian_proposed: bigint | null;
  readonly guardian_active_from: Date | null;
  readonly primary_account: string;
  readonly settlement_account_digest: string;
  readonly settlement_account_proposed: string | null;
  readonly settlement_account_active_from: Date | null;
  readonly admitted_at: Date;
  readonly name: string | null;
  readonly name_zh: string | null;
  readonly party_scheme: PartyId["scheme"] | null;
  readonly party_id: string | null;
}
