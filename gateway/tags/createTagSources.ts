import {
  blindTagSource,
  evaluateBlinded,
  heldTagSource,
  httpShareServer,
  type ShareServer,
  TagError,
  type TagKeySet,
  type TagSource,
  type TagSources,
  unblindedTagSource,
} from "@tallystick/sdk";
import type { Logger } from "pino";
import type { TagDesk } from "./tagDesk.ts";

/** Shares at hand are used here; the others are asked at their addresses, signed in with the peers' tokens. */
function serversOf({ shares: keys, epoch }: TagKeySet, { shares, peers }: TagDesk): ShareServer[] {
  const headers = async (url: string): Promise<Readonly<Record<string, string>>> => {
    const token = peers.find((peer) => peer.url === url)?.token;
    return token === undefined ? {} : { authorization: `Bearer ${token}` };
  };
  return keys.map((key) => {
    const held = shares.find((share) => share.epoch === epoch && share.index === key.index);
    if (held === undefined) return httpShareServer(key, { headers });
    return { index: key.index, evaluate: async ({ elements }) => evaluateBlinded(held, elements) };
  });
}

/**
 * Sources of tags for every pinned epoch, and the unblinded one of epoch 0. A server that fails is logged, also when enough
 * others answer. A gateway that holds enough shares by itself asks nobody.
 */
export function createTagSources(desk: TagDesk, logger: Pick<Logger, "warn">): TagSources {
  const sources = new Map<number, TagSource>([[0, unblindedTagSource]]);
  for (const keySet of desk.keySets) {
    const shares = desk.shares.filter(({ epoch }) => epoch === keySet.epoch);
    const source =
      shares.length < keySet.threshold
        ? blindTagSource({
            keySet,
            servers: serversOf(keySet, desk),
            onFault: ({ code, details }) =>
              logger.warn({ code, ...details }, "tags: a server failed"),
          })
        : heldTagSource({ keySet, shares });
    sources.set(keySet.epoch, source);
  }
  return {
    at(epoch) {
      const source = sources.get(epoch);
      if (source !== undefined) return source;
      const sentence = `This gateway pins no tag key of epoch ${epoch}.`;
      throw new TagError("tag-server-unknown", sentence, { details: { epoch } });
    },
  };
}
