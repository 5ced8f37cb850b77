/** What is known of one of the nodes that a gateway asks. */
export interface EndpointStatus {
  /** Host and port. */
  readonly name: string;
  /** Whether reads go there for now. */
  readonly isCurrent: boolean;
  /** Number of its newest block, as far as it is known. */
  readonly head: number | undefined;
  /** Blocks between its head and the highest that this process has seen. */
  readonly behind: number | undefined;
  /** Milliseconds since it last answered; undefined before its first answer. */
  readonly silentMs: number | undefined;
  /** Requests in a row that it did not answer. */
  readonly errorStreak: number;
  /** Why it is asked nothing for now. */
  readonly setAside: string | undefined;
}
