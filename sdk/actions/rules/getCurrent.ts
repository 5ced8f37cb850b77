import type { Ledger } from "../../ledger/ledger.ts";
import type { LedgerErrorType } from "../../ledger/ledgerErrorType.ts";
import { readContract } from "../../ledger/readContract.ts";
import type { RulesVersion } from "./rulesVersion.ts";
import { toRulesVersion } from "./toRulesVersion.ts";

/** Nothing is asked. */
export type GetCurrentParameters = Readonly<Record<string, never>>;

export type GetCurrentReturnType = {
  /** Its number. */
  readonly version: number;
  /** All parameters. */
  readonly rules: RulesVersion;
};

export type GetCurrentErrorType = LedgerErrorType;

/**
 * The version of the parameters that is in force.
 *
 * @throws LedgerCallError when the ledger can't be asked
 *
 * @example
 * import { rules } from "@tallystick/sdk";
 *
 * const { version, rules: inForce } = await rules.getCurrent(anyone);
 * version // => 1
 * inForce.graceDays // => 5
 */
export async function getCurrent(
  ledger: Ledger,
  _parameters: GetCurrentParameters = {},
): Promise<GetCurrentReturnType> {
  const [version, rules] = await readContract(ledger, "rules", (contract) => contract.current());
  return { version: Number(version), rules: toRulesVersion(rules) };
}
