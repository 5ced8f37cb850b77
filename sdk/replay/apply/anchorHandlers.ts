import { anchorKinds } from "../../vocabulary/anchorKinds.ts";
import { nameAt } from "../../vocabulary/nameAt.ts";
import type { EventHandlers } from "../applyEvent.ts";
import { existing } from "./existing.ts";
import { onEvent } from "./onEvent.ts";

/** What members state that they have, and whether they still stand by it. */
export const anchorHandlers: EventHandlers = {
  ...onEvent("documentAnchors", "Anchored", (tx, event) => {
    const { root, member, subject, kind, count } = event.args;
    tx.put("anchor", {
      root,
      anchored_key: event.key,
      member,
      kind: nameAt(anchorKinds, kind),
      subject,
      document_count: count,
      state: "current",
      anchored_at: event.blockTime,
      transaction_hash: event.transactionHash,
    });
  }),
  ...onEvent("documentAnchors", "AnchorSuperseded", async (tx, event) => {
    const { root, successor, count } = event.args;
    const before = await existing(tx, "anchor", { root });
    tx.put("anchor", {
      ...before,
      root: successor,
      anchored_key: event.key,
      document_count: count,
      supersedes: root,
      anchored_at: event.blockTime,
      transaction_hash: event.transactionHash,
    });
    const ended = { state: "superseded", superseded_by: successor, ended_at: event.blockTime };
    tx.put("anchor", { ...before, ...ended });
  }),
  ...onEvent("documentAnchors", "AnchorWithdrawn", (tx, { args, blockTime }) =>
    tx.change(
      "anchor",
      { root: args.root },
      { state: "withdrawn", reason_digest: args.reasonDigest, ended_at: blockTime },
    ),
  ),
};
