import type { EventHandlers } from "../applyEvent.ts";
import type { ProjectionTransaction } from "../projectionTransaction.ts";
import { amountIn } from "./amountIn.ts";
import { certificateRows } from "./certificateRows.ts";
import { existing } from "./existing.ts";
import { instantOf } from "./instantOf.ts";
import { onEvent } from "./onEvent.ts";

async function endOffer(
  tx: ProjectionTransaction,
  offer: bigint,
  changes: Readonly<Record<string, unknown>>,
): Promise<void> {
  const key = { offer_id: offer };
  const row = await existing(tx, "offer", key);
  await certificateRows.unhold(tx, amountIn(row, "certificate_id"), amountIn(row, "value_minor"));
  await tx.change("offer", key, changes);
}

async function endHold(tx: ProjectionTransaction, hold: bigint, state: string): Promise<void> {
  const key = { hold_id: hold };
  const row = await existing(tx, "hold", key);
  await certificateRows.unhold(tx, amountIn(row, "certificate_id"), amountIn(row, "value_minor"));
  await tx.change("hold", key, { state });
}

/** Offers between members, holds of other ledger contracts, and standing acceptances. */
export const reservationHandlers: EventHandlers = {
  ...onEvent("creditCertificates", "Offered", async (tx, { args, blockTime }) => {
    const certificate = await existing(tx, "certificate", { certificate_id: args.token });
    tx.put("offer", {
      offer_id: args.offerId,
      certificate_id: args.token,
      from_member: certificate["holder"],
      to_member: args.to,
      value_minor: args.value,
      expires_at: instantOf(args.expiresAt),
      trade_reference: args.tradeReference,
      state: "open",
      offered_at: blockTime,
    });
    await certificateRows.hold(tx, args.token, args.value);
  }),
  ...onEvent("creditCertificates", "OfferAccepted", (tx, { args, blockTime }) =>
    endOffer(tx, args.offerId, { state: "accepted", child_id: args.childId, ended_at: blockTime }),
  ),
  ...onEvent("creditCertificates", "OfferDeclined", (tx, { args, blockTime }) =>
    endOffer(tx, args.offerId, { state: "declined", ended_at: blockTime }),
  ),
  ...onEvent("creditCertificates", "OfferCancelled", (tx, { args, blockTime }) =>
    endOffer(tx, args.offerId, { state: "cancelled", ended_at: blockTime }),
  ),
  ...onEvent("creditCertificates", "OfferExpired", (tx, { args, blockTime }) =>
    endOffer(tx, args.offerId, { state: "expired", ended_at: blockTime }),
  ),
  ...onEvent("creditCertificates", "StandingAcceptanceSet", (tx, { args }) =>
    tx.put("standing_acceptance", {
      recipient: args.recipient,
      sender: args.sender,
      until: instantOf(args.until),
      framework: args.framework,
    }),
  ),
  ...onEvent("creditCertificates", "Held", async (tx, { args }) => {
    tx.put("hold", {
      hold_id: args.holdId,
      certificate_id: args.token,
      committer: args.committer,
      value_minor: args.value,
      expires_at: instantOf(args.expiresAt),
      firm: false,
      state: "open",
    });
    await certificateRows.hold(tx, args.token, args.value);
  }),
  ...onEvent("creditCertificates", "HoldMadeFirm", (tx, { args }) =>
    tx.change("hold", { hold_id: args.holdId }, { firm: true }),
  ),
  ...onEvent("creditCertificates", "HoldReleased", (tx, { args }) =>
    endHold(tx, args.holdId, "released"),
  ),
  ...onEvent("creditCertificates", "HoldCommitted", (tx, { args }) =>
    endHold(tx, args.holdId, "committed"),
  ),
};
