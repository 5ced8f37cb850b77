import { dayToCivilDate } from "../../time/dayToCivilDate.ts";

/** One settlement run: it is open while `cumulative` is below `total`. */
export type Run = {
  /** Its number. */
  readonly run: bigint;
  readonly receivable: number;
  /** Value that it distributes over, minor units. */
  readonly total: bigint;
  /** What it distributes, minor units. */
  readonly paid: bigint;
  /** Value of the certificates that had their turn, minor units. */
  readonly cumulative: bigint;
  /** Serial of the last certificate that was looked at. */
  readonly cursor: number;
  /** `YYYY-MM-DD` on which the payment counts. */
  readonly valueDay: string;
  /** Instruction that was paid. */
  readonly instruction: bigint;
};

type Stored = {
  readonly [Name in
    | "receivable"
    | "total"
    | "paid"
    | "cumulative"
    | "cursor"
    | "valueDay"
    | "instruction"]: bigint;
};

/** A stored run as this SDK says it. */
export function run(number: bigint, stored: Stored): Run {
  return {
    run: number,
    receivable: Number(stored.receivable),
    total: stored.total,
    paid: stored.paid,
    cumulative: stored.cumulative,
    cursor: Number(stored.cursor),
    valueDay: dayToCivilDate(stored.valueDay),
    instruction: stored.instruction,
  };
}
