import { appendFileSync } from "node:fs";

/** What a fault suite counted. */
export interface FaultCounts {
  readonly suite: string;
  readonly seed: number;
  /** Faults played. */
  readonly runs: number;
  /** Acknowledged writes that were gone afterwards. */
  readonly lost: number;
  /** Requests that took effect twice. */
  readonly doubled: number;
  /** Writes without an end 60 seconds after the last fault. */
  readonly stuck: number;
  /** What else the suite counts, by name. */
  readonly more?: Readonly<Record<string, number>>;
}

/** Prints a suite's counts in one line, and adds them to the report of `npm run test:faults`. */
export function faultReport({ more = {}, ...counts }: FaultCounts): void {
  const line = Object.entries({ ...counts, ...more })
    .map(([name, value]) => `${name} ${value}`)
    .join(", ");
  console.error(`      ${line}`);
  const file = process.env["TALLYSTICK_FAULT_REPORT"];
  if (file !== undefined) appendFileSync(file, `${JSON.stringify({ ...counts, ...more })}\n`);
}
