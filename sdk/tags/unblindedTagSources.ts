import { TagError } from "../errors/TagError.ts";
import type { TagSources } from "./TagSources.ts";
import { unblindedTagSource } from "./unblindedTagSource.ts";

/**
 * Sources of a ledger that has no tag key: epoch 0 alone. See the warning at `unblindedTag`.
 *
 * @example
 * import { unblindedTagSource, unblindedTagSources } from "@tallystick/sdk";
 *
 * unblindedTagSources.at(0) === unblindedTagSource // => true
 */
export const unblindedTagSources: TagSources = {
  at(epoch) {
    if (epoch === 0) return unblindedTagSource;
    const sentence = `Tags of key epoch ${epoch} are blind: name who knows its key.`;
    throw new TagError("tag-server-unknown", sentence, { details: { epoch } });
  },
};
