/** What all verbs of the network are told. */
export interface NetworkOptions {
  /** Absolute; all state lies here. */
  readonly directory: string;
  /** Is told in a sentence what is being done. */
  readonly tell: (sentence: string) => void;
}
