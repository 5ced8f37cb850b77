import { SettlementError } from "../errors/SettlementError.ts";

export type InterestAct360Parameters = {
  /** Minor units. */
  readonly principal: bigint;
  /** Rate a year. */
  readonly annualBasisPoints: bigint;
  /** Actual days. */
  readonly days: number;
};

/**
 * Simple interest on actual days over a year of 360, rounded half up once, in the last step.
 *
 * @returns minor units
 * @throws SettlementError `settlement-negative`, `settlement-days-invalid`
 *
 * @example
 * import { interestAct360 } from "@tallystick/sdk";
 *
 * interestAct360({ principal: 1000000n, annualBasisPoints: 360n, days: 90 }) // => 9000n
 */
export function interestAct360(parameters: InterestAct360Parameters): bigint {
  const { principal, annualBasisPoints, days } = parameters;
  if (principal < 0n || annualBasisPoints < 0n) {
    throw new SettlementError("settlement-negative", "Interest takes no negative figure.");
  }
  if (!Number.isSafeInteger(days) || days < 0) {
    throw new SettlementError("settlement-days-invalid", `${days} is not a whole count of days.`, {
      details: { days },
    });
  }
  const divisor = 10_000n * 360n;
  return (principal * annualBasisPoints * BigInt(days) + divisor / 2n) / divisor;
}
