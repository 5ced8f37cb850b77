import { z } from "zod";
import type { GatewayServices } from "../../gatewayServices.ts";
import { defineRoute } from "../../openapi/defineRoute.ts";
import type { Route } from "../../openapi/route.ts";
import { governance } from "./governance.ts";
import { operationBody } from "./operationBody.ts";
import { operationReadModel } from "./operationReadModel.ts";
import { rulesCall } from "./rulesCall.ts";
import { rulesVersionBody } from "./rulesVersionBody.ts";

const version = rulesVersionBody.extend({ version: z.int() });
const body = z.object({
  current: version.nullable(),
  scheduled: z.array(version).describe("On the ledger, not yet in force"),
  announced: z
    .array(operationBody)
    .describe("Announced by the governance account, not carried out"),
  history: z.array(version),
});

interface VersionRow {
  readonly version: number;
  readonly rules: Parameters<typeof rulesCall.show>[0];
  readonly effective_from: Date;
  readonly in_force: boolean;
}

/** The governed parameters: in force, waiting, announced and past. */
export function readRulesRoute(services: GatewayServices): Route {
  const { database } = services;
  return defineRoute({
    method: "get",
    path: "/v1/rules",
    operationId: "readRules",
    summary: "The ledger's parameters: in force, waiting, announced and past",
    permission: "member",
    responses: { 200: { description: "Versions, oldest first", body } },
    handler: async () => {
      const rows = await database.query<VersionRow>(
        `SELECT *, effective_from <= (SELECT block_time FROM projected.checkpoint) AS in_force
         FROM projected.rules_version ORDER BY version`,
      );
      const show = (row: VersionRow) => ({
        version: row.version,
        ...rulesCall.show(row.rules, row.effective_from),
      });
      const past = rows.filter((row) => row.in_force).map(show);
      const scheduled = rows.filter((row) => !row.in_force).map(show);
      const announced = await operationReadModel.list(
        database,
        governance.addressOfRules(services),
      );
      return {
        status: 200,
        body: {
          current: past.at(-1) ?? null,
          scheduled,
          announced: announced.flatMap(operationReadModel.show),
          history: past.slice(0, -1),
        },
      };
    },
  });
}
