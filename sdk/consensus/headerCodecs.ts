import { avalancheHeaders } from "../chain/avalancheHeaders.ts";
import { ethereumHeaders } from "../chain/ethereumHeaders.ts";
import type { HeaderCodec } from "../chain/headerCodec.ts";
import { qbftHeaders } from "./qbft/qbftHeaders.ts";

/** How engines write their headers, by the name that a profile gives it. */
export const headerCodecs = {
  ethereum: ethereumHeaders,
  qbft: qbftHeaders,
  "subnet-evm": avalancheHeaders,
} as const satisfies Readonly<Record<HeaderCodec["name"], HeaderCodec>>;
