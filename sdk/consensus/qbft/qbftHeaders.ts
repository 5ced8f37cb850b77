import { ethereumHeaders } from "../../chain/ethereumHeaders.ts";
import type { HeaderCodec } from "../../chain/headerCodec.ts";
import { qbftBlockHash } from "./qbftBlockHash.ts";

/** Headers of Besu's QBFT: Ethereum's fields, of which seals and round are outside the hash. */
export const qbftHeaders: HeaderCodec = { ...ethereumHeaders, name: "qbft", hashOf: qbftBlockHash };
