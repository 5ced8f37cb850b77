import { SettlementError } from "../errors/SettlementError.ts";

export type LateInterestParameters = {
  /** What is paid late, minor units. */
  readonly pay: bigint;
  /** Days since 1970-01-01. */
  readonly dueDay: number;
  /** The value date of the payment, days since 1970-01-01. */
  readonly valueDay: number;
  /** Rate a day; 5 unless agreed otherwise. */
  readonly basisPointsPerDay?: bigint;
};

/**
 * Late interest of one leg, `floor(pay * basis points * days / 10,000)`, with days from the day
 * after the due day to the value date inclusive; 0 when paid in time. The default of 5 basis points
 * a day is article 17 of the Regulation on Ensuring Payment to SMEs (2025).
 *
 * @returns minor units
 * @throws SettlementError `settlement-negative`, `settlement-days-invalid`
 *
 * @example
 * import { lateInterest } from "@tallystick/sdk";
 *
 * lateInterest({ pay: 1000000n, dueDay: 100, valueDay: 110 }) // => 5000n
 * lateInterest({ pay: 1000000n, dueDay: 100, valueDay: 100 }) // => 0n
 */
export function lateInterest(parameters: LateInterestParameters): bigint {
  const { pay, dueDay, valueDay, basisPointsPerDay = 5n } = parameters;
  if (pay < 0n || basisPointsPerDay < 0n) {
    throw new SettlementError("settlement-negative", "Late interest takes no negative figure.");
  }
  if (!Number.isSafeInteger(dueDay) || !Number.isSafeInteger(valueDay)) {
    throw new SettlementError("settlement-days-invalid", "Days are whole numbers.");
  }
  const days = BigInt(Math.max(0, valueDay - dueDay));
  return (pay * basisPointsPerDay * days) / 10_000n;
}
