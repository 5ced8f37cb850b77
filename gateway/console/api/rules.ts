import type { RuleCount } from "@tallystick/sdk";

/** All parameters with their date. */
export type Rules = Readonly<Record<RuleCount, number>> & {
  readonly minLotMinor: string;
  readonly effectiveFrom: string;
};

/** Parameters that are on the ledger. */
export type RulesVersion = Rules & { readonly version: number };

/** A change that governance announced. */
export interface RulesOperation {
  readonly operation: string;
  readonly state: "scheduled" | "executed" | "cancelled";
  readonly dueAt: string;
  readonly scheduledAt: string;
  readonly rules: Rules;
}

/** The parameters in force, waiting, announced and past. */
export interface RulesAnswer {
  readonly current: RulesVersion | null;
  readonly scheduled: readonly RulesVersion[];
  readonly announced: readonly RulesOperation[];
  readonly history: readonly RulesVersion[];
}
