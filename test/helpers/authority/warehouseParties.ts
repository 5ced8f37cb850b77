import { ref } from "../ref.ts";
import { sign } from "../sign.ts";
import type { Refused } from "./callers.ts";
import type { Scene } from "./scene.ts";
import { countOf, orders } from "./warehouseValues.ts";

type Party = (scene: Scene) => Refused | Promise<Refused>;

/** Another custodian than the location's. */
const otherCustodian: Party = (s) => ({
  from: s.who.otherCustodian.account.address,
  args: [1n, s.who.otherCustodian.id, s.who.custodian.id],
});

/** The custodian with an order that somebody signed who is no account of the holder; another one with a good order. */
function orderParties(kind: keyof typeof orders): Readonly<Record<string, Party>> {
  return {
    wrongSigner: (s) => ({
      from: s.who.custodian.account.address,
      args: [s.stranger.address, s.who.tierOne.id],
    }),
    otherCustodian: async (s) => {
      const order = orders[kind](s);
      const signature = await sign(s.deployment, kind, s.who.tierOne.account, order);
      const values = [order, s.who.tierOne.account.address, signature, ref];
      return { ...(await otherCustodian(s)), values };
    },
  };
}

/** Refused callers of warehouses and their receipts that are particular to a function. */
export const warehouseParties: Readonly<Record<string, Readonly<Record<string, Party>>>> = {
  "warehouses.openLot": { otherCustodian },
  "warehouses.registerLocation": {
    notAdmitted: ({ who }) => ({
      from: who.otherCustodian.account.address,
      args: [who.otherCustodian.id, 0n, false],
    }),
  },
  "warehouses.recordCount": {
    wrongSigner: (s) => ({
      from: s.stranger.address,
      args: [s.stranger.address, s.who.custodian.id],
    }),
    otherCounter: (s) => ({
      from: s.stranger.address,
      values: [{ ...countOf(s), counter: s.who.auditor.id }, s.stranger.address, "0x01", ref],
      args: [1n, s.who.auditor.id],
    }),
  },
  "warehouseReceipts.issue": { otherCustodian },
  "warehouseReceipts.pickUp": orderParties("pickUp"),
  "warehouseReceipts.cancel": orderParties("cancellation"),
  "warehouseReceipts.replace": orderParties("replacement"),
};
