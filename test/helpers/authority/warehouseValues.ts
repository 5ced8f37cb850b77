import { id } from "ethers";
import { ref } from "../ref.ts";
import { criteria, kilograms } from "../warehouseFixture.ts";
import type { Scene } from "./scene.ts";

type Values = (scene: Scene) => readonly unknown[] | Promise<readonly unknown[]>;

const digest = id("a document");

/** A count that nobody has signed. */
export function countOf({ who, soon }: Scene) {
  return {
    lot: 1n,
    counter: who.custodian.id,
    quantity: 9_000n,
    takenAt: soon - 86_400n,
    method: 0n,
    evidence: digest,
    deadline: soon,
    epoch: 1n,
  };
}

/** Orders of the holder that nobody has signed. */
export const orders = {
  pickUp: (s: Scene) => ({ ...orderOf(s), goods: 100n, hold: 0n, gate: digest }),
  cancellation: (s: Scene) => ({ ...orderOf(s), document: digest }),
  replacement: (s: Scene) => ({
    ...orderOf(s),
    hold: 0n,
    newLot: 2n,
    newQuantity: 90n,
    terms: digest,
  }),
};

function orderOf({ receipt, soon }: Scene) {
  return { token: receipt, quantity: 100n, nonce: 1n, deadline: soon, epoch: 1n };
}

const warehouses: Record<string, Values> = {
  admitCustodian: (s) => [s.who.otherCustodian.id, criteria, s.soon, ref],
  appointCounter: (s) => [1n, s.who.auditor.id, s.who.financierA.id, digest, ref],
  letOut: (s) => [1n, s.who.custodian.id, 1n, 1n, ref],
  openLot: (s) => [s.newLotTerms, ref],
  putUnderReceipt: (s) => [1n, s.who.custodian.id, 1n, ref],
  recordCount: (s) => [countOf(s), s.stranger.address, "0x01", ref],
  recordOwnershipChange: (s) => [s.who.custodian.id, digest, ref],
  registerLocation: () => [id("hall 2"), 1n, kilograms, ref],
  setAuthority: (s) => [s.stranger.address],
  setControlLimits: () => [1n, 1n, 2n, ref],
  takeFromReceipt: (s) => [1n, s.who.custodian.id, 1n, ref],
};

/** What the receipts' second bytecode answers, at either address. */
const receiptDelivery: Record<string, Values> = {
  approvePickUp: () => [1n, 1n, ref],
  approveReplacement: () => [1n, digest, ref],
  cancel: (s) => [orders.cancellation(s), s.stranger.address, "0x01", ref],
  cancelOrder: () => [99n, ref],
  commitHold: (s) => [1n, s.who.financierA.id, 0n, 1n, digest, ref],
  hold: (s) => [s.receipt, s.who.tierOne.id, 1n, s.soon, ref],
  issue: (s) => [1n, s.who.tierOne.id, 1n, digest, ref],
  makeFirm: () => [1n, ref],
  pickUp: (s) => [orders.pickUp(s), s.stranger.address, "0x01", ref],
  releaseHold: () => [1n, ref],
  deliverPart: (s) => [1n, 1n, s.who.financierA.id, 0n, 1n, digest, ref],
  keepHold: () => [1n, ref],
  loosenHold: () => [1n, ref],
  releasePart: () => [1n, 1n, ref],
  replace: (s) => [orders.replacement(s), s.stranger.address, "0x01", ref],
  setAuthority: (s) => [s.stranger.address],
  setShort: () => [1n, true, ref],
};

/** Arguments for the functions of warehouses; what receipts share with certificates is in `values`. */
export const warehouseValues = { warehouses, receiptDelivery };
