import type { ApproximateInvoice } from "@tallystick/sdk";
import type { Queryable } from "../../database/database.ts";
import type { GatewayServices } from "../../gatewayServices.ts";
import { readKeyEpochs } from "../../tags/readKeyEpochs.ts";
import { approximateTagsOf } from "./approximateTagsOf.ts";
import { askPeers } from "./askPeers.ts";
import { matchTags } from "./matchTags.ts";
import { recordApproximateTags } from "./recordApproximateTags.ts";
import { recordPeerMatches } from "./recordPeerMatches.ts";

type Services = Pick<GatewayServices, "config" | "database" | "logger" | "tags" | "tagSources">;

/** The peer's name in a case between two members of this gateway. */
const HERE = "this gateway";

async function askOthers(
  { database, logger, tags: desk }: Services,
  memberId: number,
  tags: Parameters<typeof askPeers>[1],
): Promise<void> {
  const { matches, silent } = await askPeers(desk.peers, tags);
  for (const peer of silent) logger.warn(peer, "tags: a peer is silent, which clears nothing");
  await recordPeerMatches(database, memberId, matches);
}

/**
 * Compares a member's invoices with those that look like them: its own gateway's at once, the peers' in the background.
 * Nobody learns more than that there is one; both sides find a case and whom to call.
 *
 * @returns what to do with the registration's own database transaction; nothing where tags aren't blind or peers not asked
 */
export async function warnOfSimilarInvoices(
  services: Services,
  memberId: number,
  invoices: readonly ApproximateInvoice[],
): Promise<(transaction: Queryable, receivable: number) => Promise<void>> {
  const { config, database, logger, tagSources } = services;
  const { current } = await readKeyEpochs(services);
  if (current === 0 || !config.similarInvoices) return async () => undefined;
  const tags = await approximateTagsOf(tagSources.at(current), invoices);
  const question = { askedBy: memberId, epoch: current, tags: tags.map(({ tag }) => tag) };
  const { items, commit } = await matchTags(database, config.keystorePassphrase, question);
  const own = items.flatMap(({ tag, kind, caseReference }) =>
    kind === null || caseReference === null
      ? []
      : [{ epoch: current, tag, kind, caseReference, peer: HERE }],
  );
  askOthers(services, memberId, tags).catch((error: unknown) => {
    logger.warn({ error }, "tags: peers were not asked");
  });
  return async (transaction, receivable) => {
    await recordApproximateTags(transaction, { memberId, receivable }, tags);
    await commit(transaction);
    await recordPeerMatches(transaction, memberId, own);
  };
}
