import type { EventHandlers } from "../applyEvent.ts";
import { accountHandlers } from "./accountHandlers.ts";
import { anchorHandlers } from "./anchorHandlers.ts";
import { certificateHandlers } from "./certificateHandlers.ts";
import { claimHandlers } from "./claimHandlers.ts";
import { earlyPaymentHandlers } from "./earlyPaymentHandlers.ts";
import { financingHandlers } from "./financingHandlers.ts";
import { freezeHandlers } from "./freezeHandlers.ts";
import { lienHandlers } from "./lienHandlers.ts";
import { lotHandlers } from "./lotHandlers.ts";
import { memberHandlers } from "./memberHandlers.ts";
import { operationHandlers } from "./operationHandlers.ts";
import { paymentHandlers } from "./paymentHandlers.ts";
import { receiptHandlers } from "./receiptHandlers.ts";
import { receivableHandlers } from "./receivableHandlers.ts";
import { ruleHandlers } from "./ruleHandlers.ts";
import { settlementHandlers } from "./settlementHandlers.ts";
import { warehouseHandlers } from "./warehouseHandlers.ts";

/** What every event of the ledger means for schema `projected`. */
export const ledgerHandlers: EventHandlers = {
  ...memberHandlers,
  ...accountHandlers,
  ...ruleHandlers,
  ...operationHandlers,
  ...receivableHandlers,
  ...claimHandlers,
  ...certificateHandlers,
  ...freezeHandlers,
  ...paymentHandlers,
  ...settlementHandlers,
  ...earlyPaymentHandlers,
  ...financingHandlers,
  ...anchorHandlers,
  ...warehouseHandlers,
  ...lotHandlers,
  ...receiptHandlers,
  ...lienHandlers,
};
