import type { EventHandlers } from "../applyEvent.ts";
import type { ReplayTables, Row } from "../replayTables.ts";
import { amountIn } from "./amountIn.ts";
import { existing } from "./existing.ts";
import { instantOf } from "./instantOf.ts";
import { onEvent } from "./onEvent.ts";
import { positionRows } from "./positionRows.ts";
import type { SplitTokenTables } from "./splitTokenTables.ts";

function offerHandlers(token: SplitTokenTables): EventHandlers {
  const rows = positionRows(token);
  const end = async (tx: ReplayTables, offer: bigint, changes: Row): Promise<void> => {
    const key = { offer_id: offer };
    const row = await existing(tx, token.offer, key);
    await rows.unhold(tx, amountIn(row, token.id), amountIn(row, token.value));
    await tx.change(token.offer, key, changes);
  };
  return {
    ...onEvent(token.contract, "Offered", async (tx, { args, blockTime }) => {
      const position = await rows.existing(tx, args.token);
      tx.put(token.offer, {
        offer_id: args.offerId,
        [token.id]: args.token,
        from_member: position["holder"],
        to_member: args.to,
        [token.value]: args.value,
        expires_at: instantOf(args.expiresAt),
        trade_reference: args.tradeReference,
        state: "open",
        offered_at: blockTime,
      });
      await rows.hold(tx, args.token, args.value);
    }),
    ...onEvent(token.contract, "OfferAccepted", (tx, { args, blockTime }) =>
      end(tx, args.offerId, { state: "accepted", child_id: args.childId, ended_at: blockTime }),
    ),
    ...onEvent(token.contract, "OfferDeclined", (tx, { args, blockTime }) =>
      end(tx, args.offerId, { state: "declined", ended_at: blockTime }),
    ),
    ...onEvent(token.contract, "OfferCancelled", (tx, { args, blockTime }) =>
      end(tx, args.offerId, { state: "cancelled", ended_at: blockTime }),
    ),
    ...onEvent(token.contract, "OfferExpired", (tx, { args, blockTime }) =>
      end(tx, args.offerId, { state: "expired", ended_at: blockTime }),
    ),
  };
}

function holdHandlers(token: SplitTokenTables): EventHandlers {
  const rows = positionRows(token);
  const free = async (tx: ReplayTables, row: Row, value: bigint): Promise<void> => {
    const id = amountIn(row, token.id);
    if (row["kept"] === true) await rows.pledge(tx, id, -value);
    await rows.unhold(tx, id, value);
  };
  const end = async (tx: ReplayTables, hold: bigint, state: string): Promise<void> => {
    const key = { hold_id: hold };
    const row = await existing(tx, token.hold, key);
    await free(tx, row, amountIn(row, token.value));
    await tx.change(token.hold, key, { state });
  };
  return {
    ...onEvent(token.contract, "Held", async (tx, { args }) => {
      tx.put(token.hold, {
        hold_id: args.holdId,
        [token.id]: args.token,
        committer: args.committer,
        [token.value]: args.value,
        expires_at: instantOf(args.expiresAt),
        firm: false,
        kept: false,
        state: "open",
      });
      await rows.hold(tx, args.token, args.value);
    }),
    ...onEvent(token.contract, "HoldKept", async (tx, { args }) => {
      const key = { hold_id: args.holdId };
      const row = await existing(tx, token.hold, key);
      await rows.pledge(tx, amountIn(row, token.id), amountIn(row, token.value));
      await tx.change(token.hold, key, { kept: true });
    }),
    ...onEvent(token.contract, "HoldReduced", async (tx, { args }) => {
      const key = { hold_id: args.holdId };
      await free(tx, await existing(tx, token.hold, key), args.value);
      const ended = args.rest === 0n ? { state: "reduced" } : {};
      await tx.change(token.hold, key, { [token.value]: args.rest, ...ended });
    }),
    ...onEvent(token.contract, "HoldLoosened", (tx, { args }) =>
      tx.change(token.hold, { hold_id: args.holdId }, { firm: false }),
    ),
    ...onEvent(token.contract, "HoldMadeFirm", (tx, { args }) =>
      tx.change(token.hold, { hold_id: args.holdId }, { firm: true }),
    ),
    ...onEvent(token.contract, "HoldReleased", (tx, { args }) => end(tx, args.holdId, "released")),
    ...onEvent(token.contract, "HoldCommitted", (tx, { args }) =>
      end(tx, args.holdId, "committed"),
    ),
  };
}

/** Offers between members, holds of other ledger contracts, and standing acceptances of one split token. */
export function reservationHandlers(token: SplitTokenTables): EventHandlers {
  return {
    ...offerHandlers(token),
    ...holdHandlers(token),
    ...onEvent(token.contract, "StandingAcceptanceSet", (tx, { args }) =>
      tx.put(token.standingAcceptance, {
        recipient: args.recipient,
        sender: args.sender,
        until: instantOf(args.until),
        framework: args.framework,
      }),
    ),
  };
}
