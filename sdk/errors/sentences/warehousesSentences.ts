import type { IWarehouses__factory } from "../../generated/factories/interfaces/IWarehouses__factory.ts";
import { controlStates } from "../../vocabulary/controlStates.ts";
import type { SentencesOf } from "../sentencesOf.ts";

/** The text of a bytes32 that names a field. */
function fieldIn(word: string): string {
  const bytes = word.slice(2).match(/../g) ?? [];
  return bytes
    .map((byte) => String.fromCharCode(Number.parseInt(byte, 16)))
    .join("")
    .replace(/\0+$/, "");
}

/** Why `Warehouses` refuses. Quantities are counts of the location's unit. */
export const warehousesSentences: SentencesOf<typeof IWarehouses__factory.abi> = {
  WarehousesNoEvidence: ({ custodian }, say) =>
    `evidence about ${say.member(custodian)} is missing`,
  WarehousesActsOnItself: ({ member }, say) =>
    `${say.member(member)} can't attest about itself, nor count beside itself`,
  WarehousesUntilPassed: ({ until, now_ }, say) =>
    `an admission until ${say.time(until)} would have lapsed: it is ${say.time(now_)}`,
  WarehousesNotAdmitted: ({ custodian, until, ownersChanged }, say) => {
    if (ownersChanged) return `${say.member(custodian)} has other owners since it was admitted`;
    if (until === 0n) return `${say.member(custodian)} was not admitted as a custodian`;
    return `the admission of ${say.member(custodian)} lapsed at ${say.time(until)}`;
  },
  WarehousesPlaceTaken: ({ place, location, custodian }, say) =>
    `place ${place} is location ${location} already, kept by ${say.member(custodian)}`,
  WarehousesEmpty: ({ what }) => `the field ${fieldIn(what)} says nothing`,
  WarehousesUnknownLocation: ({ location }) => `there is no location ${location}`,
  WarehousesUnknownLot: ({ lot }) => `there is no lot ${lot}`,
  WarehousesNotCustodian: ({ location, member, custodian }, say) =>
    `location ${location} is kept by ${say.member(custodian)}, not by ${say.member(member)}`,
  WarehousesControlLimits: ({ freshFor, freezeAfter }) =>
    `evidence can't be fresh for ${freshFor} seconds and freeze goods after ${freezeAfter}`,
  WarehousesLotTaken: ({ goodsKey, lot }) => `goods ${goodsKey} are lot ${lot} already`,
  WarehousesLossStandard: ({ basisPoints, limit }) =>
    `a loss standard of ${basisPoints} basis points is above ${limit}, the most that is natural`,
  WarehousesDayPassed: ({ day, today }, say) =>
    `storage would end on ${say.day(day)} and today is ${say.day(today)}`,
  WarehousesNotCounter: ({ location, member }, say) =>
    `${say.member(member)} neither keeps nor counts location ${location}`,
  WarehousesCountTime: ({ lot, takenAt, after_, until }, say) =>
    `a count of lot ${lot} at ${say.time(takenAt)} is not after ${say.time(after_)}, or after ${say.time(until)}`,
  WarehousesNoControl: ({ lot, control }, say) =>
    `evidence of control over lot ${lot} is ${say.name(controlStates, control)}`,
  WarehousesShort: ({ lot, live, measured }) =>
    `lot ${lot} is short: receipts over ${live}, goods of ${measured}`,
  WarehousesOverCapacity: ({ location, measured, capacity }) =>
    `location ${location} holds ${measured}, more than its capacity of ${capacity}`,
  WarehousesOverissued: ({ lot, measured, live, asked }) =>
    `lot ${lot} holds ${measured}, of which ${live} is under receipt, and this asks for ${asked}`,
  WarehousesGateOut: ({ lot, goods, least, most }) =>
    `${goods} would leave lot ${lot}, where ${least} to ${most} may for that quantity`,
};
