import type { HeaderCodec } from "./headerCodec.ts";
import { headerFields } from "./headerFields.ts";
import { keccakHeader } from "./keccakHeader.ts";

/** Headers as Ethereum has them, to Prague: anvil's and Hardhat's. */
export const ethereumHeaders: HeaderCodec = {
  name: "ethereum",
  fields: headerFields,
  hashOf: keccakHeader,
};
