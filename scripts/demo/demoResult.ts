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
}
