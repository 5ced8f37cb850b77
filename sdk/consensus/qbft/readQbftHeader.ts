import { headerFieldAt } from "../../chain/headerFieldAt.ts";
import type { Hex } from "../../chain/hex.ts";
import { hashWithExtraData } from "./hashWithExtraData.ts";
import type { QbftExtraData } from "./qbftExtraData.ts";
import { readQbftExtraData } from "./readQbftExtraData.ts";

/** What QBFT reads in a header's fields. */
export type QbftHeader = {
  readonly extraData: QbftExtraData;
  /** Of the header with round 0 and no seals: what names the block. */
  readonly digest: Uint8Array;
};

// A header is named, then checked, then its seals are: what was read of its fields is kept as long as they are.
const known = new WeakMap<readonly Hex[], QbftHeader>();

/**
 * Reads the fields of a header that is not the genesis.
 *
 * @throws ConsensusError `qbft-extra-data-invalid`
 */
export function readQbftHeader(fields: readonly Hex[]): QbftHeader {
  const before = known.get(fields);
  if (before !== undefined) return before;
  const extraData = readQbftExtraData(fields[headerFieldAt.extraData] ?? "0x");
  const digest = hashWithExtraData(fields, { ...extraData, round: 0, seals: [] });
  const read = { extraData, digest };
  known.set(fields, read);
  return read;
}
