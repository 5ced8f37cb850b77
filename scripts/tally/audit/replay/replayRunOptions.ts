import type { Invariants, LedgerDeployment, MemoryTables } from "@tallystick/sdk";
import type { AuditNode } from "./AuditNode.ts";
import type { AuditEngine } from "./auditEngine.ts";
import type { ReplayProgress } from "./replayProgress.ts";

/** What a run is made with. */
export type ReplayRunOptions = {
  readonly node: AuditNode;
  readonly engine: AuditEngine;
  readonly deployment: LedgerDeployment;
  readonly progress: ReplayProgress;
  readonly tables: MemoryTables;
  readonly invariants: Invariants;
  /** Called after each block. */
  readonly onBlock?: (progress: ReplayProgress) => void;
};
