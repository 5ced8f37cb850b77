import type { AllowListRolesOf, ReplayFinding } from "@tallystick/sdk";

/** How often each check of blocks and views was made, and how often it failed. */
export type CheckCounts = Record<string, { checked: number; failed: number }>;

/** Where a replay stands beside its tables: plain data, stored in checkpoints. */
export type ReplayProgress = {
  readonly chainId: number;
  readonly genesisHash: string;
  /** Addresses of the ledger's contracts, by name. */
  readonly addresses: Readonly<Record<string, string>>;
  /** First block of the range that is reported on. */
  from: number;
  startsAt: "genesis" | "checkpoint";
  fromTime: number;
  /** Last block that was folded; one before `from` when none was. */
  block: number;
  blockHash: string;
  blockTime: number;
  transactions: number;
  events: number;
  counts: CheckCounts;
  /** How often the node had no state for a sample. */
  samplesMissing: number;
  findings: ReplayFinding[];
  /** Findings beyond those that are kept. */
  findingsLeftOut: number;
  /** Whether the fold had to stop: events after it have no meaning. */
  isBroken: boolean;
  engine: unknown;
  /** What the events of the chain's own lists gave since genesis; checkpoints of older runs lack it. */
  permissions?: AllowListRolesOf;
};
