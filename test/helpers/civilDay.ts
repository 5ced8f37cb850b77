import { chain } from "./chain.ts";

const utcOffset = 28_800n;
const secondsADay = 86_400n;

/** Civil days of the test ledger: days since 1970-01-01 at UTC+8. */
export const civilDay = {
  /** The day of the latest block. */
  async today(): Promise<bigint> {
    return (BigInt(await chain.networkHelpers.time.latest()) + utcOffset) / secondsADay;
  },
  /** The block time at which a day begins. */
  startOf(day: bigint): bigint {
    return day * secondsADay - utcOffset;
  },
  /** Mines a block in the first hour of a day that has not begun. */
  async goTo(day: bigint): Promise<void> {
    await chain.networkHelpers.time.increaseTo(civilDay.startOf(day) + 3_600n);
  },
};
