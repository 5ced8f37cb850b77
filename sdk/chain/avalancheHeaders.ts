import type { HeaderCodec } from "./headerCodec.ts";
import { headerFields } from "./headerFields.ts";
import { keccakHeader } from "./keccakHeader.ts";

const SHARED = 16;

/**
 * Headers of Avalanche's subnet-evm: as Ethereum's to the base fee, then its own cost of a block before those of Cancun,
 * then its time in milliseconds and what bounds the next block's delay (Granite, ACP-226). Withdrawals have no field.
 */
export const avalancheHeaders: HeaderCodec = {
  name: "subnet-evm",
  fields: [
    ...headerFields.slice(0, SHARED),
    { name: "blockGasCost", form: "number" },
    { name: "blobGasUsed", form: "number" },
    { name: "excessBlobGas", form: "number" },
    { name: "parentBeaconBlockRoot", form: 32 },
    { name: "timestampMilliseconds", form: "number" },
    { name: "minDelayExcess", form: "number" },
  ],
  hashOf: keccakHeader,
};
