import type { EventHandlers } from "../applyEvent.ts";
import { onEvent } from "./onEvent.ts";

/** Legal freezes and releases: a proposal of one account, the confirmation of another one. */
export const freezeHandlers: EventHandlers = {
  ...onEvent("creditCertificates", "FreezeProposed", async (tx, event) => {
    const { id, freeze, documentDigest, by, account } = event.args;
    // A new proposal for a certificate takes the place of one that nobody confirmed.
    const [open] = await tx.query<{ freeze_id: string }>(
      "SELECT freeze_id FROM projected.freeze WHERE certificate_id = $1 AND confirmed_at IS NULL",
      [id],
    );
    if (open !== undefined) tx.remove("freeze", open);
    tx.put("freeze", {
      freeze_id: event.key,
      certificate_id: id,
      freezes: freeze,
      document_digest: documentDigest,
      proposed_by: by,
      proposed_account: account,
      proposed_at: event.blockTime,
    });
  }),
  ...onEvent("creditCertificates", "FreezeConfirmed", async (tx, { args, blockTime }) => {
    const [open] = await tx.query<{ freeze_id: string }>(
      "SELECT freeze_id FROM projected.freeze WHERE certificate_id = $1 AND confirmed_at IS NULL",
      [args.id],
    );
    if (open === undefined) return;
    await tx.change("freeze", open, {
      confirmed_by: args.by,
      confirmed_account: args.account,
      confirmed_at: blockTime,
    });
  }),
};
