/** Something that a gateway does beside answering requests. */
export interface Worker {
  readonly name: string;
  start(): void;
  /** Resolves when what is at work has ended. */
  stop(): Promise<void>;
}
