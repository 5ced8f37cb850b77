/** A subscription as its sender reads it. */
export interface Subscription {
  readonly subscriptionId: string;
  readonly memberId: number;
  readonly url: string;
  /** Names of events and contracts; empty for all. */
  readonly names: readonly string[];
  readonly contracts: readonly string[];
  /** Largest number of events in one POST. */
  readonly batchSize: number;
  /** Sealed. */
  readonly secret: string;
  readonly earlierSecret: string | null;
  readonly earlierUntil: Date | null;
  readonly state: "active" | "paused";
  /** Key of the last event that is done with. */
  readonly cursor: string;
  /** Changes with every change that a person makes. */
  readonly revision: bigint;
  /** Failed attempts since the last success or dead letter. */
  readonly failures: number;
  /** Dead letters since the last success. */
  readonly deadRun: number;
  readonly nextAttemptAt: Date | null;
  /** Whether somebody asked for events to be sent again. */
  readonly hasQueued: boolean;
}
