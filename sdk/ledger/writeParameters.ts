/** What every write takes beside its own parameters. */
export type WriteParameters = {
  /** Request reference, 32 bytes in hex, which the events carry; zero by default. */
  readonly ref?: string | undefined;
};
