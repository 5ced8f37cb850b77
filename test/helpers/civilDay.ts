import { blockTime } from "./blockTime.ts";
import { day } from "./days.ts";

/** Civil day of a block time in seconds, or of the latest block, at the test ledger's offset of UTC+8. */
export async function civilDay(time?: bigint): Promise<bigint> {
  return ((time ?? (await blockTime())) + 28_800n) / day;
}
