import type { EventHandlers } from "../applyEvent.ts";
import type { ReplayEvent } from "../replayEvent.ts";
import type { ReplayTables, Row } from "../replayTables.ts";
import { existing } from "./existing.ts";
import { instantOf } from "./instantOf.ts";
import { lienRows } from "./lienRows.ts";
import { onEvent } from "./onEvent.ts";

type Tx = ReplayTables;

const beginningHandlers: EventHandlers = {
  ...onEvent("liens", "LienProposed", async (tx, event) => {
    const { lien, securedParty, debtor, pledge } = event.args;
    tx.put("lien", {
      lien_id: lien,
      ...lienRows.assetOf(lien, pledge.asset),
      ...(await lienRows.owedOn(tx, lien, pledge.token)),
      amount: pledge.amount,
      pledged_amount: pledge.amount,
      debtor,
      secured_party: securedParty,
      supervisor: lienRows.orNone(pledge.supervisor),
      purchase_money_day: lienRows.dayOrNone(pledge.purchaseMoneyDay),
      terms: pledge.terms,
      debt: pledge.debt,
      expires_at: instantOf(pledge.expiresAt),
      state: "proposed",
      proposed_at: event.blockTime,
      transaction_hash: event.transactionHash,
    });
  }),
  ...onEvent("liens", "LienAccepted", (tx, { args, blockTime }) =>
    lienRows.change(tx, args.lien, { accepted_at: blockTime }),
  ),
  ...onEvent("liens", "LienCountersigned", (tx, { args, blockTime }) =>
    lienRows.change(tx, args.lien, { countersigned_at: blockTime }),
  ),
  ...onEvent("liens", "LienRegistered", (tx, { args }) =>
    lienRows.change(tx, args.lien, {
      registry_number: args.number,
      registered_at: instantOf(args.registeredAt),
    }),
  ),
  ...onEvent("liens", "LienNoticeRecorded", (tx, { args }) =>
    lienRows.change(tx, args.lien, (row) => {
      const at = instantOf(args.noticedAt);
      const first = row["noticed_at"];
      if (first instanceof Date && first <= at) return {};
      return { noticed_at: at, notice_evidence: args.evidence };
    }),
  ),
  ...onEvent("liens", "LienActivated", (tx, { args, blockTime }) =>
    lienRows.change(tx, args.lien, { state: "active", activated_at: blockTime }),
  ),
  ...onEvent("liens", "LienRefused", (tx, { args, blockTime }) =>
    lienRows.end(tx, args.lien, "refused", blockTime, { refused_by: args.by }),
  ),
  ...onEvent("liens", "LienWithdrawn", (tx, { args, blockTime }) =>
    lienRows.end(tx, args.lien, "withdrawn", blockTime),
  ),
  ...onEvent("liens", "LienExpired", (tx, { args, blockTime }) =>
    lienRows.end(tx, args.lien, "expired", blockTime),
  ),
};

/** One way in which a lien became less, and its end when nothing of it is left. */
async function lessen(
  tx: Tx,
  event: ReplayEvent,
  its: Row & { readonly lien_id: bigint; readonly rest: bigint },
  ending: string,
  changes: Row = {},
): Promise<void> {
  const { blockTime, transactionHash, key } = event;
  tx.put("lien_change", {
    ...its,
    change_key: key,
    changed_at: blockTime,
    transaction_hash: transactionHash,
  });
  if (its.rest === 0n) return lienRows.end(tx, its.lien_id, ending, blockTime, changes);
  return lienRows.change(tx, its.lien_id, { ...changes, amount: its.rest });
}

const lesseningHandlers: EventHandlers = {
  ...onEvent("liens", "LienReleased", (tx, event) => {
    const { lien, amount, rest } = event.args;
    return lessen(tx, event, { lien_id: lien, kind: "release", amount, rest }, "released");
  }),
  ...onEvent("liens", "LienPaid", (tx, event) => {
    const { lien, run, amount, remaining } = event.args;
    const its = { lien_id: lien, amount, rest: remaining };
    // No run: an early payment, which had bound the lien.
    return run === 0n
      ? lessen(tx, event, { ...its, kind: "early-payment" }, "settled", { state: "active" })
      : lessen(tx, event, { ...its, kind: "settlement", run_id: run }, "settled");
  }),
  ...onEvent("liens", "LienReduced", async (tx, event) => {
    const { lien, quantity, rest } = event.args;
    const its = { lien_id: lien, kind: "goods", amount: quantity, rest };
    // A lien that moved went over to other goods in the same transaction.
    const [moved] = await tx.rowsWhere("lien", {
      moved_from: lien,
      transaction_hash: event.transactionHash,
    });
    return lessen(tx, event, its, moved === undefined ? "goods-left" : "goods-replaced");
  }),
  ...onEvent("liens", "LienMoved", async (tx, { args, blockTime, transactionHash }) => {
    const old = await existing(tx, "lien", { lien_id: args.from });
    tx.put("lien", {
      ...old,
      lien_id: args.lien,
      hold_id: lienRows.holdOf(args.lien),
      token_id: args.token,
      amount: args.amount,
      pledged_amount: args.amount,
      moved_from: args.from,
      activated_at: blockTime,
      transaction_hash: transactionHash,
    });
  }),
};

const enforcementHandlers: EventHandlers = {
  ...onEvent("liens", "LienDefaultDeclared", (tx, { args }) =>
    lienRows.change(tx, args.lien, {
      defaulted_at: instantOf(args.defaultedAt),
      default_evidence: args.evidence,
    }),
  ),
  ...onEvent("liens", "EnforcementProposed", (tx, { args, blockTime }) =>
    tx.put("lien_enforcement", {
      lien_id: args.lien,
      enforcement_order: args.order,
      document_digest: args.documentDigest,
      proposed_by: args.by,
      proposed_account: args.account,
      proposed_at: blockTime,
    }),
  ),
  ...onEvent("liens", "EnforcementConfirmed", (tx, { args, blockTime }) =>
    tx.change(
      "lien_enforcement",
      { lien_id: args.lien },
      { confirmed_by: args.by, confirmed_at: blockTime },
    ),
  ),
  ...onEvent("liens", "LienSaleInstructed", (tx, { args }) =>
    lienRows.change(tx, args.lien, {
      state: "selling",
      instruction_id: args.instruction,
      buyer: args.buyer,
      sale_value: args.value,
      sale_price_minor: args.price,
      sale_claim_minor: args.claim,
    }),
  ),
  ...onEvent("liens", "LienSaleFailed", (tx, { args }) =>
    // A run may have paid the lien off before.
    lienRows.change(tx, args.lien, (row) =>
      row["state"] === "selling" ? { state: "active" } : {},
    ),
  ),
  ...onEvent("liens", "LienSaleWaits", (tx, { args }) =>
    lienRows.change(tx, args.lien, { state: "paid" }),
  ),
  ...onEvent("liens", "LienEnforced", (tx, event) => {
    const { lien, buyer, child, value, price, rest } = event.args;
    const its = { lien_id: lien, kind: "enforcement", amount: value, rest };
    const sold = { buyer, child_id: child, price_minor: price };
    return lessen(tx, event, { ...its, ...sold }, "enforced", { state: "active" });
  }),
};

/** Liens from pledge to release, settlement or enforcement. */
export const lienHandlers: EventHandlers = {
  ...beginningHandlers,
  ...lesseningHandlers,
  ...enforcementHandlers,
};
