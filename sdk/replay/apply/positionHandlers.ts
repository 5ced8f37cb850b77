import { nameAt } from "../../vocabulary/nameAt.ts";
import { namesIn } from "../../vocabulary/namesIn.ts";
import { passCauses } from "../../vocabulary/passCauses.ts";
import { positionFlags } from "../../vocabulary/positionFlags.ts";
import type { EventHandlers } from "../applyEvent.ts";
import type { Row } from "../replayTables.ts";
import { amountIn } from "./amountIn.ts";
import { onEvent } from "./onEvent.ts";
import { positionRows } from "./positionRows.ts";
import type { SplitTokenTables } from "./splitTokenTables.ts";

const SERIAL = 0xffff_ffffn;

function flagsOf(bits: bigint): Row {
  const set = namesIn(positionFlags, bits);
  return Object.fromEntries(positionFlags.map((flag) => [flag, set.includes(flag)]));
}

/** Positions of one split token as members pass, split and merge them. */
export function positionHandlers(token: SplitTokenTables): EventHandlers {
  const rows = positionRows(token);
  return {
    ...onEvent(token.contract, "Passed", async (tx, event) => {
      const { id, to, parentId, value, tradeReference } = event.args;
      const parent = await rows.existing(tx, parentId);
      const cause = nameAt(passCauses, event.args.cause);
      tx.put(token.position, {
        ...parent,
        ...token.fresh,
        [token.id]: id,
        serial: id & SERIAL,
        parent_id: parentId,
        holder: to,
        [token.value]: value,
        [token.minted]: value,
        tier: Number(parent["tier"]) + (cause === "circulation" ? 1 : 0),
        cause,
        passed_by: parent["holder"],
        split_from: null,
        trade_reference: tradeReference,
        minted_at: event.blockTime,
        transaction_hash: event.transactionHash,
      });
      await rows.reduce(tx, parentId, value);
    }),
    ...onEvent(token.contract, "SplitToSelf", async (tx, event) => {
      const { id, fromId, value } = event.args;
      const from = await rows.existing(tx, fromId);
      tx.put(token.position, {
        ...from,
        [token.held]: 0n,
        [token.id]: id,
        serial: id & SERIAL,
        [token.value]: value,
        [token.minted]: value,
        cause: "split",
        split_from: fromId,
        minted_at: event.blockTime,
        transaction_hash: event.transactionHash,
      });
      await rows.reduce(tx, fromId, value);
    }),
    ...onEvent(token.contract, "Merged", async (tx, { args }) => {
      await rows.reduce(tx, args.fromId, args.value);
      await rows.change(tx, args.id, (row) => ({
        [token.value]: amountIn(row, token.value) + args.value,
        [token.minted]: amountIn(row, token.minted) + args.value,
      }));
    }),
    ...onEvent(token.contract, "FlagsSet", (tx, { args }) =>
      rows.change(tx, args.id, flagsOf(args.flags)),
    ),
  };
}
