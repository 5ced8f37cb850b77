/** Key epochs under which a new claim presents tags, from `claims.getEpochs`. */
export type KeyEpochs = {
  /** The epoch under which it is counted. */
  readonly current: number;
  /** Earlier epochs that still have unreleased claims, ascending. */
  readonly earlier: readonly number[];
};
