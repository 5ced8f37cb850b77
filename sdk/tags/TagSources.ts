import type { TagSource } from "./TagSource.ts";

/** Where tags of every key epoch come from: claims present tags of several epochs after a key was replaced. */
export type TagSources = {
  /**
   * The source of one epoch's tags.
   *
   * @throws TagError `tag-server-unknown` for an epoch whose key isn't known here
   */
  at(epoch: number): TagSource;
};
