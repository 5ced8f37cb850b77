import type { HashHeader } from "../../chain/blockHeader.ts";
import { headerFieldAt } from "../../chain/headerFieldAt.ts";
import { hexOf } from "../../chain/hexOf.ts";
import { keccakHeader } from "../../chain/keccakHeader.ts";
import { readQbftHeader } from "./readQbftHeader.ts";

/**
 * The hash of a block on QBFT, for `headerFromRpc` and `headerFromRlp`: without seals and with round 0, so that one block
 * has one hash whoever sealed it. Block 0 is hashed as it is.
 *
 * @throws ConsensusError `qbft-extra-data-invalid`
 */
export const qbftBlockHash: HashHeader = (fields) => {
  if (fields[headerFieldAt.number] === "0x") return keccakHeader(fields);
  return hexOf(readQbftHeader(fields).digest);
};
