import { z } from "zod";
import { overseesStock } from "../../auth/overseesStock.ts";
import type { GatewayServices } from "../../gatewayServices.ts";
import { fields } from "../../openapi/fields.ts";
import { ledgerFields } from "../../openapi/ledgerFields.ts";
import type { Route } from "../../openapi/route.ts";
import { defineList } from "../shared/list/defineList.ts";
import { memberRefs } from "../shared/memberRefs.ts";
import { lotBody } from "./lotBody.ts";
import { lotReadModel } from "./lotReadModel.ts";
import type { LotRow } from "./lotRow.ts";
import { showLot } from "./showLot.ts";

const filters = {
  custodian: fields.memberId.optional(),
  location: ledgerFields.location.optional(),
  state: z.enum(["short", "whole"]).optional(),
};

const source = {
  columns: "lot.*",
  from: `(${lotReadModel.select}) AS lot`,
  id: { sql: "lot_id", type: "int8" },
  sorts: {
    storageUntil: { sql: "storage_until", type: "date" },
    measured: { sql: "measured", type: "numeric" },
  },
} as const;

const concerns = `custodian = ?::int8 OR counter = ?::int8 OR EXISTS (
  SELECT 1 FROM projected.receipt r
  WHERE r.lot_id = lot.lot_id AND r.holder = ?::int8 AND r.cause <> 'root')`;

/** Lots that a member keeps, counts, or holds receipts of; all of them for who oversees goods. */
export function listLotsRoute(services: GatewayServices): Route {
  return defineList<LotRow, typeof filters>(services, {
    path: "/v1/lots",
    operationId: "listLots",
    summary: "Lots that you keep, count, or hold receipts of",
    noun: "lots",
    item: lotBody,
    source,
    idName: "lot",
    defaultSort: "-lot",
    filters,
    conditions: ({ custodian, location, state }, identity) => [
      [concerns, overseesStock(identity) ? undefined : identity.memberId],
      ["custodian = ?", custodian],
      ["location_id = ?", location],
      ["(short_since IS NOT NULL) = ?", state === undefined ? undefined : state === "short"],
    ],
    show: async (rows) => {
      const custodians = rows.map(({ custodian }) => custodian);
      const refOf = await memberRefs(services.database, custodians);
      return rows.map((row) => showLot(row, refOf));
    },
  });
}
