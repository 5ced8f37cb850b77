import type { Ledger } from "../../ledger/ledger.ts";
import type { LedgerErrorType } from "../../ledger/ledgerErrorType.ts";
import { type WriteReturnType, writeContract } from "../../ledger/writeContract.ts";
import type { WriteParameters } from "../../ledger/writeParameters.ts";
import type { RulesVersion } from "./rulesVersion.ts";

export type ScheduleParameters = WriteParameters & {
  /** All parameters. */
  readonly rules: RulesVersion;
  /** Block time in seconds from which confirmations take it. */
  readonly effectiveFrom: number;
};

export type ScheduleReturnType = WriteReturnType & {
  /** Its number. */
  readonly version: number;
};

export type ScheduleErrorType = LedgerErrorType;

/**
 * Appends a version of the parameters, by the account that governs them. It has a grant with an execution delay, so the call
 * must have been scheduled at the AccessManager.
 *
 * @throws LedgerError when the ledger refuses
 *
 * @example
 * import { rules } from "@tallystick/sdk";
 *
 * const { rules: inForce } = await rules.getCurrent(anyone);
 * const effectiveFrom = (await scene.now()) + 30 * 86_400;
 * const scheduled = { rules: { ...inForce, graceDays: 3 }, effectiveFrom };
 * const refused = await rules.schedule(anyone, scheduled).catch((error) => error);
 * refused.code // => "AccessManagedUnauthorized"
 * await scene.announceRules(scheduled);
 * (await rules.schedule(governance, scheduled)).version // => 2
 */
export async function schedule(
  ledger: Ledger,
  parameters: ScheduleParameters,
): Promise<ScheduleReturnType> {
  const { rules, effectiveFrom } = parameters;
  const { written, eventOf } = await writeContract(
    ledger,
    "rules",
    "schedule",
    parameters,
    (contract, ref) => contract.schedule.populateTransaction(rules, effectiveFrom, ref),
  );
  const event = eventOf("RulesScheduled");
  return { ...written, version: Number(event.version) };
}
