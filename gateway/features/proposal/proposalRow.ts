import type { proposalStatuses } from "./proposalStatuses.ts";

/** What members propose to each other. */
export type ProposalKind = "early-payment" | "retirement";

/** A row of `local.proposal` with what the chain knows of it. */
export interface ProposalRow {
  readonly proposal_id: bigint;
  readonly kind: ProposalKind;
  readonly certificate_id: bigint;
  readonly obligor: bigint;
  readonly holder: bigint;
  readonly proposed_by: bigint;
  readonly currency: string;
  readonly terms: unknown;
  readonly nonce: string;
  readonly account: string;
  readonly epoch: bigint;
  readonly deadline: Date;
  readonly signature: string;
  readonly proposed_at: Date;
  readonly status: (typeof proposalStatuses)[number];
  /** Of the event in which both agreed: what it made, by the contract's names. */
  readonly agreement: Readonly<Record<string, unknown>> | null;
}
