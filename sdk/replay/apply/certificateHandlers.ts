import type { EventHandlers } from "../applyEvent.ts";
import type { ReplayTables } from "../replayTables.ts";
import { amountIn } from "./amountIn.ts";
import { certificateRows } from "./certificateRows.ts";
import { existing } from "./existing.ts";
import { onEvent } from "./onEvent.ts";
import { positionHandlers } from "./positionHandlers.ts";
import { reservationHandlers } from "./reservationHandlers.ts";
import { splitTokenTables } from "./splitTokenTables.ts";

const SERIAL = 0xffff_ffffn;
const token = splitTokenTables.certificates;

/** Moves a receivable's totals. */
function moveTotals(tx: ReplayTables, id: bigint, by: Readonly<Record<string, bigint>>) {
  return tx.change("receivable", { receivable_id: id >> 32n }, (row) =>
    Object.fromEntries(
      Object.entries(by).map(([name, value]) => [name, amountIn(row, name) + value]),
    ),
  );
}

/** Certificates from issue to settlement. */
export const certificateHandlers: EventHandlers = {
  ...positionHandlers(token),
  ...reservationHandlers(token),
  ...onEvent("creditCertificates", "RootMinted", async (tx, event) => {
    const { id, owner, noticeTo, value } = event.args;
    const receivable = await existing(tx, "receivable", { receivable_id: id >> 32n });
    tx.put("certificate", {
      ...token.fresh,
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
};
