import { TypedDataEncoder } from "ethers";
import type { Quote } from "./quote.ts";
import { quoteStruct } from "./quoteStruct.ts";
import { signedTypes } from "./signedTypes.ts";

/**
 * EIP-712 struct hash of a quote, which a holder's acceptance names.
 *
 * @returns 32 bytes in hex
 *
 * @example
 * import { quoteDigest } from "@tallystick/sdk";
 *
 * const { quote } = await scene.quote();
 * quoteDigest(quote) === quoteDigest({ ...quote, principal: quote.principal - 1n }) // => false
 */
export function quoteDigest(quote: Quote): string {
  return TypedDataEncoder.hashStruct("Quote", { ...signedTypes.quote }, quoteStruct(quote));
}
