import { TagError } from "../../errors/TagError.ts";
import type { TagSource } from "../TagSource.ts";
import { blindIdentities } from "./blindIdentities.ts";
import { createTagQueue } from "./createTagQueue.ts";
import { finalizeTags } from "./finalizeTags.ts";
import { gatherEvaluations } from "./gatherEvaluations.ts";
import { type HttpShareServerOptions, httpShareServer } from "./httpShareServer.ts";
import { parseTagKeySet } from "./parseTagKeySet.ts";
import type { Hex } from "./ristretto.ts";
import type { ShareServer } from "./shareServer.ts";
import type { TagKeySet } from "./tagKeySet.ts";

export type BlindTagSourceParameters = HttpShareServerOptions & {
  /** The pinned key set; checked again here. */
  readonly keySet: TagKeySet;
  /** How the shares are reached; over HTTP at the key set's addresses by default. */
  readonly servers?: readonly ShareServer[];
  /** How many servers are asked at once: all by default; the threshold spares the others work. */
  readonly atOnce?: number;
  /** How long one server is waited for; 5,000 ms by default. */
  readonly timeoutMs?: number;
  /** Number of tags that are kept in memory, so that the same document isn't evaluated again; 10,000 by default. */
  readonly remember?: number;
  /** Is told each server that is away, refuses, was replaced or lies, also when enough others answered. */
  readonly onFault?: (fault: TagError) => void;
};

export type BlindTagSource = TagSource & {
  /** Tags of many identities, 100 a request. */
  tagsOf(identities: readonly string[]): Promise<readonly Hex[]>;
};

/**
 * Tags of one epoch, made with the help of share servers none of which learns what is tagged. Identities that are asked
 * for in one turn travel together. An answer without a proof under the server's pinned key is never used.
 *
 * @throws TagError `tag-key-set-invalid` at once; `tag-servers-too-few` and `tag-input-invalid` from its methods
 *
 * @example
 * import { blindTagSource, evaluateBlinded, generateTagKey } from "@tallystick/sdk";
 *
 * const urls = ["https://one.example", "https://two.example", "https://three.example"];
 * const { keySet, shares } = generateTagKey({ epoch: 1, threshold: 2, urls });
 * const servers = shares.map((share) => ({
 *   index: share.index,
 *   evaluate: async ({ elements }) => evaluateBlinded(share, elements),
 * }));
 * const tag = await blindTagSource({ keySet, servers: servers.slice(0, 2) }).tagOf("one");
 * (await blindTagSource({ keySet, servers: servers.slice(1) }).tagOf("one")) === tag // => true
 */
export function blindTagSource(parameters: BlindTagSourceParameters): BlindTagSource {
  const keySet = parseTagKeySet(parameters.keySet);
  const { timeoutMs = 5_000, remember = 10_000, onFault = () => undefined } = parameters;
  const servers =
    parameters.servers ?? keySet.shares.map((share) => httpShareServer(share, parameters));
  if (new Set(servers.map(({ index }) => index)).size !== servers.length) {
    throw new TagError("tag-key-set-invalid", "Two share servers are given for the same share.");
  }
  const atOnce = parameters.atOnce ?? servers.length;
  let first = 0;
  const queue = createTagQueue(remember, async (identities) => {
    const blinded = blindIdentities(identities);
    // Another one begins each time, so that a limited number of them share the work.
    first = (first + 1) % Math.max(servers.length, 1);
    const turned = [...servers.slice(first), ...servers.slice(0, first)];
    const gathered = { keySet, servers: turned, atOnce, timeoutMs, onFault };
    const evaluations = await gatherEvaluations({ ...gathered, elements: blinded.elements });
    return finalizeTags(keySet.epoch, blinded, evaluations);
  });
  return {
    epoch: BigInt(keySet.epoch),
    tagOf: (identity) => queue.tagOf(identity),
    tagsOf: (identities) => Promise.all(identities.map((identity) => queue.tagOf(identity))),
  };
}
