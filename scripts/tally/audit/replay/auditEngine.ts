import type { BlockHeader, HeaderCodec, ReplayFinding } from "@tallystick/sdk";
import type { ReportFacts } from "../report/reportFacts.ts";

/** What an auditor knows of the engine whose blocks it reads: how their headers are written, and what else they prove. */
export interface AuditEngine {
  readonly headers: HeaderCodec;
  /** Checks the consensus proof of the next block. */
  follow(header: BlockHeader): readonly ReplayFinding[];
  /** Proves the last block by what others are asked for, where headers carry no proof themselves. */
  finish?(): Promise<readonly ReplayFinding[]>;
  /** As the report states it. */
  facts(): ReportFacts["engine"];
  /** How many headers' proofs were checked. */
  readonly checked: number;
  save(): unknown;
  load(state: unknown): void;
}
