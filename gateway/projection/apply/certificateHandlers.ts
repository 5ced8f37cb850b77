import { nameAt, namesIn, passCauses, positionFlags } from "@tallystick/sdk";
import type { EventHandlers } from "../applyEvent.ts";
import type { ProjectionTransaction, Row } from "../projectionTransaction.ts";
import { amountIn } from "./amountIn.ts";
import { certificateRows } from "./certificateRows.ts";
import { existing } from "./existing.ts";
import { onEvent } from "./onEvent.ts";

const SERIAL = 0xffff_ffffn;

const fresh = {
  held_minor: 0n,
  waiting_minor: 0n,
  frozen: false,
  financed: false,
  recourse: false,
  waiting: false,
};

function flagsOf(bits: bigint): Row {
  const set = namesIn(positionFlags, bits);
  return Object.fromEntries(positionFlags.map((flag) => [flag, set.includes(flag)]));
}

/** Moves a receivable's totals. */
function moveTotals(tx: ProjectionTransaction, id: bigint, by: Readonly<Record<string, bigint>>) {
  return tx.change("receivable", { receivable_id: id >> 32n }, (row) =>
    Object.fromEntries(
      Object.entries(by).map(([name, value]) => [name, amountIn(row, name) + value]),
    ),
  );
}

const lifeHandlers: EventHandlers = {
  ...onEvent("creditCertificates", "RootMinted", async (tx, event) => {
    const { id, owner, noticeTo, value } = event.args;
    const receivable = await existing(tx, "receivable", { receivable_id: id >> 32n });
    tx.put("certificate", {
      ...fresh,
      certificate_id: id,
      receivable_id: id >> 32n,
      serial: id & SERIAL,
      holder: owner,
      obligor: noticeTo,
      currency: receivable["currency"],
      due_date: receivable["due_date"],
      value_minor: value,
      minted_minor: value,
      tier: 1,
      cause: "issue",
      minted_at: event.blockTime,
      transaction_hash: event.transactionHash,
    });
    await moveTotals(tx, id, { live_minor: value });
  }),
  ...onEvent("creditCertificates", "Passed", async (tx, event) => {
    const { id, to, parentId, value, tradeReference } = event.args;
    const parent = await existing(tx, "certificate", { certificate_id: parentId });
    const cause = nameAt(passCauses, event.args.cause);
    tx.put("certificate", {
      ...parent,
      ...fresh,
      certificate_id: id,
      serial: id & SERIAL,
      parent_id: parentId,
      holder: to,
      value_minor: value,
      minted_minor: value,
      tier: Number(parent["tier"]) + (cause === "circulation" ? 1 : 0),
      cause,
      passed_by: parent["holder"],
      split_from: null,
      trade_reference: tradeReference,
      minted_at: event.blockTime,
      transaction_hash: event.transactionHash,
    });
    await certificateRows.reduce(tx, parentId, value);
  }),
  ...onEvent("creditCertificates", "SplitToSelf", async (tx, event) => {
    const { id, fromId, value } = event.args;
    const from = await existing(tx, "certificate", { certificate_id: fromId });
    tx.put("certificate", {
      ...from,
      held_minor: 0n,
      certificate_id: id,
      serial: id & SERIAL,
      value_minor: value,
      minted_minor: value,
      cause: "split",
      split_from: fromId,
      minted_at: event.blockTime,
      transaction_hash: event.transactionHash,
    });
    await certificateRows.reduce(tx, fromId, value);
  }),
  ...onEvent("creditCertificates", "Merged", async (tx, { args }) => {
    await certificateRows.reduce(tx, args.fromId, args.value);
    await certificateRows.change(tx, args.id, (row) => ({
      value_minor: amountIn(row, "value_minor") + args.value,
      minted_minor: amountIn(row, "minted_minor") + args.value,
    }));
  }),
};

const endHandlers: EventHandlers = {
  ...onEvent("creditCertificates", "Settled", async (tx, { args }) => {
    await certificateRows.reduce(tx, args.id, args.value);
    await moveTotals(tx, args.id, { live_minor: -args.value, settled_minor: args.value });
  }),
  ...onEvent("creditCertificates", "Retired", async (tx, { args }) => {
    await certificateRows.reduce(tx, args.id, args.value);
    await moveTotals(tx, args.id, { live_minor: -args.value, retired_minor: args.value });
  }),
  ...onEvent("creditCertificates", "SettlementWaits", async (tx, { args }) => {
    await certificateRows.wait(tx, args.id, args.pay);
    await moveTotals(tx, args.id, { waiting_minor: args.pay });
  }),
  ...onEvent("creditCertificates", "WaitingMoved", async (tx, { args }) => {
    await certificateRows.wait(tx, args.fromId, -args.pay);
    await certificateRows.wait(tx, args.id, args.pay);
  }),
  ...onEvent("creditCertificates", "WaitingEnded", async (tx, { args }) => {
    await certificateRows.wait(tx, args.id, -args.pay);
    await moveTotals(tx, args.id, { waiting_minor: -args.pay });
  }),
  ...onEvent("creditCertificates", "FlagsSet", (tx, { args }) =>
    certificateRows.change(tx, args.id, flagsOf(args.flags)),
  ),
};

/** Certificates from issue to settlement. */
export const certificateHandlers: EventHandlers = { ...lifeHandlers, ...endHandlers };
