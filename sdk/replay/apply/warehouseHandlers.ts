import { bytes3ToUnit } from "../../goods/bytes3ToUnit.ts";
import type { EventHandlers } from "../applyEvent.ts";
import { instantOf } from "./instantOf.ts";
import { onEvent } from "./onEvent.ts";

const custodianHandlers: EventHandlers = {
  // A new admission ends an earlier change of owners.
  ...onEvent("warehouses", "CustodianAdmitted", (tx, { args, blockTime }) =>
    tx.put("custodian", {
      custodian: args.custodian,
      storage_capability: args.criteria.storageCapability,
      years_in_trade: args.criteria.yearsInTrade,
      operating_standards: args.criteria.operatingStandards,
      own_credit: args.criteria.ownCredit,
      until: instantOf(args.until),
      admitted_by: args.by,
      admitted_at: blockTime,
      owners_changed: false,
    }),
  ),
  ...onEvent("warehouses", "OwnershipChanged", (tx, { args, blockTime }) =>
    tx.change(
      "custodian",
      { custodian: args.custodian },
      {
        owners_changed: true,
        ownership_evidence: args.evidence,
        ownership_changed_by: args.by,
        ownership_changed_at: blockTime,
      },
    ),
  ),
};

const locationHandlers: EventHandlers = {
  ...onEvent("warehouses", "LocationRegistered", (tx, event) => {
    const { location, custodian, place, capacity, unit } = event.args;
    tx.put("location", {
      location_id: location,
      custodian,
      place,
      capacity,
      unit: bytes3ToUnit(unit),
      // The event of its control limits follows.
      fresh_for: 0n,
      freeze_after: 0n,
      measured: 0n,
      over_capacity: false,
      registered_at: event.blockTime,
      transaction_hash: event.transactionHash,
    });
  }),
  ...onEvent("warehouses", "ControlLimitsSet", (tx, { args }) =>
    tx.change(
      "location",
      { location_id: args.location },
      { fresh_for: args.freshFor, freeze_after: args.freezeAfter },
    ),
  ),
  ...onEvent("warehouses", "CounterAppointed", (tx, { args, blockTime }) =>
    tx.change(
      "location",
      { location_id: args.location },
      {
        counter: args.counter === 0n ? null : args.counter,
        counter_appointer: args.appointer,
        counter_document: args.document,
        counter_appointed_at: blockTime,
      },
    ),
  ),
  ...onEvent("warehouses", "CapacityPassed", (tx, { args }) =>
    tx.change("location", { location_id: args.location }, { over_capacity: args.over }),
  ),
};

/** Custodians and their locations. */
export const warehouseHandlers: EventHandlers = { ...custodianHandlers, ...locationHandlers };
