import { TagError } from "../../errors/TagError.ts";
import { joinTagCeremony } from "./joinTagCeremony.ts";
import type { TagKeySet } from "./tagKeySet.ts";
import type { TagShare } from "./tagShare.ts";

export type GenerateTagKeyParameters = {
  /** The epoch of the new key, from 1. */
  readonly epoch: number;
  /** Number of shares that make a tag; at least 2. */
  readonly threshold: number;
  /** Address of each share server; server 1 is the first one. */
  readonly urls: readonly string[];
};

/**
 * Plays every server's part of the ceremony in one process. The key itself is never computed, but this process saw every
 * share and could compute it: fit for a demonstration and for tests. Members that don't trust one machine run
 * `joinTagCeremony` on their own.
 *
 * @throws TagError `tag-ceremony-invalid`, `tag-key-set-invalid`
 *
 * @example
 * import { generateTagKey } from "@tallystick/sdk";
 *
 * const urls = ["https://one.example", "https://two.example", "https://three.example"];
 * const { keySet, shares } = generateTagKey({ epoch: 1, threshold: 2, urls });
 * keySet.shares.map(({ index }) => index) // => [1, 2, 3]
 * shares.length // => 3
 */
export function generateTagKey({ epoch, threshold, urls }: GenerateTagKeyParameters): {
  readonly keySet: TagKeySet;
  readonly shares: readonly TagShare[];
} {
  const servers = urls.map((_, place) =>
    joinTagCeremony({ epoch, index: place + 1, threshold, urls }),
  );
  const announcements = servers.map(({ announcement }) => announcement);
  const dealt = servers.flatMap((server) => server.deal(announcements));
  const results = servers.map((server) => server.finish(dealt));
  const [first] = results;
  if (first === undefined) {
    throw new TagError("tag-ceremony-invalid", "A key can't be shared among no servers.");
  }
  return { keySet: first.keySet, shares: results.map(({ share }) => share) };
}
