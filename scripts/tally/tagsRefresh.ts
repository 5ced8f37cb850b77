import { TagError } from "../../sdk/errors/TagError.ts";
import { acceptRefresh } from "../../sdk/tags/blind/acceptRefresh.ts";
import { contributeToRefresh } from "../../sdk/tags/blind/contributeToRefresh.ts";
import { tagAddresses } from "./tagAddresses.ts";
import { tagFiles } from "./tagFiles.ts";

export type TagsRefreshOptions = {
  readonly keys: string;
  readonly shares: string;
  readonly servers?: string;
  readonly threshold?: string;
  readonly urls?: string;
  readonly out: string;
};

/** Shares the same key anew, with the shares of as many holders as the present threshold. */
export async function tagsRefresh(options: TagsRefreshOptions) {
  const sets = await tagFiles.readKeySets(options.keys);
  const shares = await tagFiles.readShares(options.shares.split(","));
  const epoch = shares[0]?.epoch;
  const keySet = sets.find((each) => each.epoch === epoch);
  if (keySet === undefined || shares.some((share) => share.epoch !== epoch)) {
    throw new TagError("tag-ceremony-invalid", "The shares are not all of one pinned key set.");
  }
  const threshold = Number(options.threshold ?? keySet.threshold);
  const present = keySet.shares.map(({ url }) => url).join(",");
  const urls = tagAddresses(
    options.servers ?? "",
    options.urls ?? (options.servers === undefined ? present : undefined),
  );
  const next = { threshold, servers: urls.map((url, place) => ({ index: place + 1, url })) };
  const contributions = shares.map((share) => contributeToRefresh(share, next));
  const accepted = next.servers.map(({ index }) =>
    acceptRefresh({ keySet, next, index, contributions }),
  );
  const fresh = accepted[0]?.keySet ?? keySet;
  const files = await tagFiles.write(
    options.out,
    sets.map((each) => (each.epoch === epoch ? fresh : each)),
    accepted.map(({ share }) => share),
  );
  const { groupPublicKey } = fresh;
  const warning =
    "Old shares still make the same tags among themselves: destroy them when all servers have new ones.";
  return { epoch, threshold, servers: urls.length, groupPublicKey, ...files, warning };
}
