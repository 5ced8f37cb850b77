import { SettlementError } from "../errors/SettlementError.ts";
import { allocate } from "../money/allocate.ts";

export type Lien = {
  readonly id: bigint;
  /** What the lien still secures, minor units. */
  readonly amount: bigint;
  /** Stored registration time, seconds. */
  readonly registeredAt: bigint;
};

export type LienPayment = {
  readonly id: bigint;
  /** What the secured party gets of this leg, minor units. */
  readonly paid: bigint;
  /** What the lien secures afterwards, minor units. */
  readonly left: bigint;
};

export type LienWaterfallReturnType = {
  /** In the order in which the liens were paid. */
  readonly liens: readonly LienPayment[];
  /** What remains for the holder, minor units. */
  readonly holder: bigint;
};

/**
 * Divides one leg's pay: liens first by ascending registration time, liens of the same time by
 * cumulative floor in the order of their ids, then the holder. Each lien shrinks by what it got.
 *
 * @param pay what the leg is paid, minor units
 * @throws SettlementError `settlement-negative`; `settlement-lien-invalid` for an id that is twice there
 *
 * @example
 * import { lienWaterfall } from "@tallystick/sdk";
 *
 * const { liens, holder } = lienWaterfall(100n, [
 *   { id: 2n, amount: 50n, registeredAt: 1700000100n },
 *   { id: 1n, amount: 30n, registeredAt: 1700000000n },
 * ]);
 * liens[0] // => { id: 1n, paid: 30n, left: 0n }
 * liens[1] // => { id: 2n, paid: 50n, left: 0n }
 * holder // => 20n
 */
export function lienWaterfall(pay: bigint, liens: readonly Lien[]): LienWaterfallReturnType {
  if (pay < 0n || liens.some((lien) => lien.amount < 0n)) {
    throw new SettlementError("settlement-negative", "A leg and its liens are not negative.");
  }
  if (new Set(liens.map((lien) => lien.id)).size !== liens.length) {
    throw new SettlementError("settlement-lien-invalid", "A lien counts once in a leg.");
  }
  const inOrder = liens.toSorted(
    (left, right) => compare(left.registeredAt, right.registeredAt) || compare(left.id, right.id),
  );
  const times = new Set(inOrder.map((lien) => lien.registeredAt));
  const payments: LienPayment[] = [];
  let remaining = pay;
  for (const time of times) {
    const equals = inOrder.filter((lien) => lien.registeredAt === time);
    const amounts = equals.map((lien) => lien.amount);
    const secured = amounts.reduce((left, right) => left + right, 0n);
    // biome-ignore lint/complexity/useMathMinMax: Math.min takes no bigint
    const available = remaining < secured ? remaining : secured;
    const parts = allocate(available, amounts);
    for (const [index, lien] of equals.entries()) {
      const paid = parts[index] ?? 0n;
      payments.push({ id: lien.id, paid, left: lien.amount - paid });
    }
    remaining -= available;
  }
  return { liens: payments, holder: remaining };
}

function compare(left: bigint, right: bigint): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
