import { z } from "zod";
import type { Identity } from "../../auth/identity.ts";
import { overseesStock } from "../../auth/overseesStock.ts";
import type { GatewayServices } from "../../gatewayServices.ts";
import { fields } from "../../openapi/fields.ts";
import { ledgerFields } from "../../openapi/ledgerFields.ts";
import type { Route } from "../../openapi/route.ts";
import { defineList } from "../shared/list/defineList.ts";
import { receiptBody } from "./receiptBody.ts";
import { receiptReadModel } from "./receiptReadModel.ts";
import type { ReceiptRow } from "./receiptRow.ts";

const who = z.union([z.literal("me"), fields.memberId]).optional();
const filters = {
  holder: who.describe("Whose: me, or a member's number"),
  custodian: who,
  lot: ledgerFields.lot.optional(),
  state: z.enum(["live", "spent"]).optional(),
  unit: z.string().min(1).max(60).optional(),
  storedFrom: fields.civilDate.optional().describe("Stored until this day or later"),
  storedTo: fields.civilDate.optional().describe("Stored until this day or earlier"),
};

const source = {
  columns: "*",
  from: "projected.receipt",
  id: { sql: "receipt_id", type: "int8" },
  sorts: {
    storageUntil: { sql: "storage_until", type: "date" },
    quantity: { sql: "quantity", type: "numeric" },
  },
} as const;

function numberOf(asked: "me" | number | undefined, { memberId }: Identity) {
  return asked === "me" ? memberId : asked;
}

/** Receipts that a member holds or keeps the goods of; all of them for who oversees goods. */
export function listReceiptsRoute(services: GatewayServices): Route {
  return defineList<ReceiptRow, typeof filters>(services, {
    path: "/v1/receipts",
    operationId: "listReceipts",
    summary: "Receipts that you hold, or whose goods you keep",
    noun: "receipts",
    item: receiptBody,
    source,
    idName: "receipt",
    defaultSort: "-receipt",
    filters,
    conditions: ({ holder, custodian, state, lot, unit, storedFrom, storedTo }, identity) => [
      [
        "holder = ?::int8 OR custodian = ?::int8",
        overseesStock(identity) ? undefined : identity.memberId,
      ],
      ["holder = ?", numberOf(holder, identity)],
      ["custodian = ?", numberOf(custodian, identity)],
      ["lot_id = ?", lot],
      ["(quantity > 0) = ?", state === undefined ? undefined : state === "live"],
      ["unit = ?", unit],
      ["storage_until >= ?::date", storedFrom],
      ["storage_until <= ?::date", storedTo],
      // The custodian's spent roots above the receipts are none.
      ["cause <> ?", "root"],
    ],
    show: (rows) => receiptReadModel.showAll(services.database, rows),
  });
}
