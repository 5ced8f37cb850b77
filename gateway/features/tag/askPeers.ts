import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { TagPeer } from "../../tags/tagDesk.ts";
import type { ApproximateTag } from "./recordApproximateTags.ts";

const answer = z.object({
  items: z.array(
    z.object({
      tag: z.string(),
      match: z.boolean(),
      caseReference: z.string().max(120).nullable(),
    }),
  ),
});

/** A peer that knows one of the tags. */
export interface PeerMatch extends ApproximateTag {
  readonly peer: string;
  readonly caseReference: string;
}

/** What peers said; one that is away is named, since its silence is no clearance. */
export interface PeerAnswers {
  readonly matches: readonly PeerMatch[];
  readonly silent: readonly { readonly peer: string; readonly reason: string }[];
}

/** How peers are reached. */
export interface AskPeersOptions {
  readonly fetch?: typeof fetch;
  readonly timeoutMs?: number;
}

async function askPeer(
  { name, url, token }: TagPeer,
  epoch: number,
  tags: readonly ApproximateTag[],
  { fetch: send = fetch, timeoutMs = 5_000 }: AskPeersOptions,
): Promise<readonly PeerMatch[]> {
  const response = await send(`${url.replace(/\/$/, "")}/v1/tags/match`, {
    method: "POST",
    headers: {
      authorization: `Bearer ${token}`,
      "content-type": "application/json",
      "idempotency-key": randomUUID(),
    },
    body: JSON.stringify({ epoch, tags: tags.map(({ tag }) => tag) }),
    redirect: "error",
    signal: AbortSignal.timeout(timeoutMs),
  });
  if (!response.ok) throw new Error(`It answered with HTTP ${response.status}.`);
  const { items } = answer.parse(await response.json());
  return items.flatMap(({ tag, match, caseReference }) => {
    const own = tags.find((each) => each.tag === tag);
    return match && own !== undefined && caseReference !== null
      ? [{ ...own, peer: name, caseReference }]
      : [];
  });
}

function reasonOf(error: unknown): string {
  if (error instanceof z.ZodError) return "It answered something else than matches.";
  return error instanceof Error ? error.message : String(error);
}

/** Asks every peer about a member's loose and near tags. Peers learn tags, never an invoice. */
export async function askPeers(
  peers: readonly TagPeer[],
  tags: readonly ApproximateTag[],
  options: AskPeersOptions = {},
): Promise<PeerAnswers> {
  const epochs = [...new Set(tags.map(({ epoch }) => epoch))];
  const questions = peers.flatMap((peer) => epochs.map((epoch) => ({ peer, epoch })));
  const answers = await Promise.allSettled(
    questions.map(({ peer, epoch }) => {
      const asked = tags.filter((tag) => tag.epoch === epoch);
      return askPeer(peer, epoch, asked, options);
    }),
  );
  return {
    matches: answers.flatMap((each) => (each.status === "fulfilled" ? each.value : [])),
    silent: answers.flatMap((each, place) =>
      each.status === "rejected"
        ? [{ peer: questions[place]?.peer.name ?? "", reason: reasonOf(each.reason) }]
        : [],
    ),
  };
}
