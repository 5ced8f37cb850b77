import type { Ledger } from "../../ledger/ledger.ts";
import type { LedgerErrorType } from "../../ledger/ledgerErrorType.ts";
import { readContract } from "../../ledger/readContract.ts";
import type { RulesVersion } from "./rulesVersion.ts";
import { toRulesVersion } from "./toRulesVersion.ts";

export type GetParameters = {
  /** Its number, from 1. */
  readonly version: number;
};

export type GetReturnType = {
  /** All parameters. */
  readonly rules: RulesVersion;
  /** Block time in seconds from which confirmations take it. */
  readonly effectiveFrom: number;
};

export type GetErrorType = LedgerErrorType;

/**
 * One version of the parameters.
 *
 * @throws LedgerError when the ledger does not know it
 *
 * @example
 * import { rules } from "@tallystick/sdk";
 *
 * (await rules.get(anyone, { version: 1 })).rules.hardTenorDays // => 365
 */
export async function get(ledger: Ledger, { version }: GetParameters): Promise<GetReturnType> {
  const [rules, effectiveFrom] = await readContract(ledger, "rules", (contract) =>
    contract.versionOf(version),
  );
  return { rules: toRulesVersion(rules), effectiveFrom: Number(effectiveFrom) };
}
