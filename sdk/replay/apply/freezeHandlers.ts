import type { EventHandlers } from "../applyEvent.ts";
import type { ReplayTables, RowKey } from "../replayTables.ts";
import { onEvent } from "./onEvent.ts";

/** The key of a certificate's freeze or release that one account proposed and none confirmed. */
async function unconfirmed(tx: ReplayTables, certificate: bigint): Promise<RowKey | undefined> {
  const [open] = await tx.rowsWhere("freeze", { certificate_id: certificate, confirmed_at: null });
  return open === undefined ? undefined : { freeze_id: open["freeze_id"] };
}

/** Legal freezes and releases: a proposal of one account, the confirmation of another one. */
export const freezeHandlers: EventHandlers = {
  ...onEvent("creditCertificates", "FreezeProposed", async (tx, event) => {
    const { id, freeze, documentDigest, by, account } = event.args;
    // A new proposal for a certificate takes the place of one that nobody confirmed.
    const open = await unconfirmed(tx, id);
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
    const open = await unconfirmed(tx, args.id);
    if (open === undefined) return;
    await tx.change("freeze", open, {
      confirmed_by: args.by,
      confirmed_account: args.account,
      confirmed_at: blockTime,
    });
  }),
};
