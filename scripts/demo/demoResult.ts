/** One row that was refused. */
export interface DemoProblem {
  readonly line: number;
  readonly column: string;
  readonly reason: string;
}

/** What `npm run -s demo -- --json` prints. */
export interface DemoResult {
  rows: number;
  rejected: number;
  disputed: number;
  suspended: number;
  confirmed: number;
  certificates: number;
  transfers: number;
  financed: number;
  settled: number;
  overdue: number;
  maxTier: number;
  conserved: boolean;
  blocks: number;
  transactions: number;
  seconds: number;
  /** Minor units of all confirmed rows together, as decimal text. */
  faceMinor: string;
  problems: DemoProblem[];
  /** What a replay of the whole chain came to, with `--replay`. */
  replay?: {
    readonly events: number;
    readonly findings: number;
    /** Whether its tables are those of the gateway. */
    readonly isEqual: boolean;
    readonly seconds: number;
  };
}
