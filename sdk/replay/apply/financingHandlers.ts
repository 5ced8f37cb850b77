import type { EventHandlers } from "../applyEvent.ts";
import type { ReplayTables } from "../replayTables.ts";
import { existing } from "./existing.ts";
import { instantOf } from "./instantOf.ts";
import { onEvent } from "./onEvent.ts";

function change(tx: ReplayTables, financing: bigint, changes: Record<string, unknown>) {
  return tx.change("financing", { financing_id: financing }, changes);
}

const quoteHandlers: EventHandlers = {
  ...onEvent("factoring", "QuoteAccepted", async (tx, { args, blockTime }) => {
    const { quote } = args;
    const certificate = await existing(tx, "certificate", { certificate_id: args.token });
    tx.put("financing", {
      financing_id: args.financing,
      certificate_id: args.token,
      hold_id: args.holdId,
      financier: quote.financier,
      holder: quote.holder,
      obligor: certificate["obligor"],
      currency: certificate["currency"],
      value_minor: quote.value,
      principal_minor: quote.principal,
      discount_minor: quote.discount,
      fee_minor: quote.fee,
      obligor_interest_minor: quote.obligorInterest,
      recourse: quote.recourse,
      claim_minor: quote.claim,
      buy_back_price_minor: quote.buyBackPrice,
      bank: quote.bank,
      register_by: instantOf(quote.registerBy),
      state: "accepted",
      quote,
      accepted_at: blockTime,
    });
  }),
  ...onEvent("factoring", "FinancingRegistered", (tx, { args }) =>
    change(tx, args.financing, {
      state: "instructed",
      registry_number: args.registryNumber,
      registered_at: instantOf(args.registeredAt),
      instruction_id: args.instruction,
    }),
  ),
  ...onEvent("factoring", "ObligorInterestInstructed", (tx, { args }) =>
    change(tx, args.financing, { interest_instruction_id: args.instruction }),
  ),
  ...onEvent("factoring", "Financed", async (tx, { args, blockTime }) => {
    const financing = await existing(tx, "financing", { financing_id: args.financing });
    const changes = { state: "delivered", child_id: args.child, finished_at: blockTime };
    await change(tx, args.financing, changes);
    if (args.debtor === 0n) return;
    tx.remove("recourse", { certificate_id: financing["certificate_id"] });
    tx.put("recourse", {
      certificate_id: args.child,
      debtor: args.debtor,
      claim_minor: args.claim,
      financing_id: args.financing,
    });
  }),
  ...onEvent("factoring", "FinancingWaits", (tx, { args }) =>
    change(tx, args.financing, { state: "waiting" }),
  ),
  ...onEvent("factoring", "FinancingFailed", (tx, { args, blockTime }) =>
    change(tx, args.financing, { state: "failed", finished_at: blockTime }),
  ),
};

/** The buy-back of a certificate that is still running. */
async function changeBuyBack(
  tx: ReplayTables,
  certificate: bigint,
  changes: Record<string, unknown>,
): Promise<void> {
  const all = await tx.rowsWhere("buy_back", { certificate_id: certificate });
  const running = all.find(({ state }) => state === "requested" || state === "waits");
  if (running === undefined) return;
  await tx.change("buy_back", { instruction_id: running["instruction_id"] }, changes);
}

const recourseHandlers: EventHandlers = {
  ...onEvent("factoring", "BuyBackRequested", (tx, { args, blockTime }) =>
    tx.put("buy_back", {
      instruction_id: args.instruction,
      certificate_id: args.token,
      debtor: args.debtor,
      price_minor: args.price,
      state: "requested",
      requested_at: blockTime,
    }),
  ),
  ...onEvent("factoring", "BuyBackWaits", (tx, { args }) =>
    changeBuyBack(tx, args.token, { state: "waits" }),
  ),
  ...onEvent("factoring", "BuyBackFailed", (tx, { args }) =>
    changeBuyBack(tx, args.token, { state: "failed" }),
  ),
  ...onEvent("factoring", "BoughtBack", async (tx, { args, blockTime }) => {
    await changeBuyBack(tx, args.token, { state: "bought-back", child_id: args.child });
    const recourse = await existing(tx, "recourse", { certificate_id: args.token });
    tx.remove("recourse", { certificate_id: args.token });
    const financing = { financing_id: recourse["financing_id"] };
    await tx.change("financing", financing, { state: "bought-back", finished_at: blockTime });
  }),
  ...onEvent("factoring", "RecourseReduced", (tx, { args }) =>
    tx.change("recourse", { certificate_id: args.token }, { claim_minor: args.claimLeft }),
  ),
};

/** Financings, and what recourse debtors owe. */
export const financingHandlers: EventHandlers = { ...quoteHandlers, ...recourseHandlers };
