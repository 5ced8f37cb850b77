import type { TagSource } from "./TagSource.ts";
import { unblindedTag } from "./unblindedTag.ts";

/**
 * Tags of key epoch 0, which are not blind: see the warning at `unblindedTag`.
 *
 * @example
 * import { canonicalInvoiceIdentity, unblindedTag, unblindedTagSource } from "@tallystick/sdk";
 *
 * const identity = canonicalInvoiceIdentity({
 *   sellerId: { scheme: "local", id: "acme" },
 *   number: "17",
 * });
 * unblindedTagSource.epoch // => 0n
 * (await unblindedTagSource.tagOf(identity)) === unblindedTag(identity) // => true
 */
export const unblindedTagSource: TagSource = {
  epoch: 0n,
  tagOf: async (identity) => unblindedTag(identity),
};
