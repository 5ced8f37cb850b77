import { bytes3ToCurrency } from "../../money/bytes3ToCurrency.ts";
import { claimPhases } from "../../vocabulary/claimPhases.ts";
import { nameAt } from "../../vocabulary/nameAt.ts";
import type { EventHandlers } from "../applyEvent.ts";
import { onEvent } from "./onEvent.ts";

/** What is used up of real things. */
export const claimHandlers: EventHandlers = {
  ...onEvent("claims", "ClaimReserved", (tx, { args, key }) => {
    tx.put("claim", {
      claim_id: key,
      claimant: args.claimant,
      claim_key: args.key,
      epoch: args.epoch,
      tag: args.tag,
      exists_amount: args.exists,
      amount: args.amount,
      unit: bytes3ToCurrency(args.unit),
    });
    tx.put("tally", { claim_key: args.key, exists_amount: args.exists });
    tx.put("claim_phase", { claimant: args.claimant, phase: "reserved" });
  }),
  ...onEvent("claims", "ClaimsMoved", (tx, { args }) =>
    tx.put("claim_phase", { claimant: args.claimant, phase: nameAt(claimPhases, args.phase) }),
  ),
  ...onEvent("claims", "ClaimLowered", (tx, { args }) =>
    tx.put("tally", { claim_key: args.key, exists_amount: args.exists }),
  ),
  ...onEvent("claims", "EpochOpened", (tx, { args }) =>
    tx.put("key_epochs", {
      registry: "claims",
      current_epoch: args.epoch,
      earlier_epochs: args.earlier.map(Number),
      public_key: args.publicKey,
    }),
  ),
  ...onEvent("claims", "EpochCleared", (tx, { args }) =>
    tx.change("key_epochs", { registry: "claims" }, { earlier_epochs: args.earlier.map(Number) }),
  ),
  ...onEvent("claims", "RangeClaimed", (tx, { args }) =>
    tx.put("bill_range", {
      claim_key: args.key,
      range_from: args.from,
      range_to: args.to,
      claimant: args.claimant,
    }),
  ),
};
