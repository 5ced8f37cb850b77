import { z } from "zod";
import { ProblemError } from "../../errors/problemError.ts";
import type { GatewayServices } from "../../gatewayServices.ts";
import { defineRoute } from "../../openapi/defineRoute.ts";
import type { Route } from "../../openapi/route.ts";
import { digestProjection } from "../../projection/digestProjection.ts";
import { standStill } from "../../projection/standStill.ts";

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const body = z.object({
  block: z.int(),
  blockHash: z.string(),
  digest: sha256.describe("Over all tables"),
  tables: z.array(z.object({ table: z.string(), rows: z.int(), digest: sha256 })),
});

/** What the projection holds, table by table, for comparison with another gateway or with a replay. */
export function readProjectionDigestsRoute(services: GatewayServices): Route {
  // Those who ask while it is made get the same one.
  let making: ReturnType<typeof digestProjection> | undefined;
  return defineRoute({
    method: "get",
    path: "/v1/projection/digests",
    operationId: "readProjectionDigests",
    summary: "Digests of every projected table at one block",
    permission: ["auditor", "regulator", "operator"],
    live: true,
    responses: { 200: { description: "The digests, and of which block they are", body } },
    handler: async () => {
      making ??= standStill(services, digestProjection).finally(() => {
        making = undefined;
      });
      const digests = await making;
      if (digests !== undefined) {
        const headers = { "x-ledger-block": String(digests.block) };
        return { status: 200, headers, body: digests };
      }
      throw new ProblemError("projection-behind", "No block is projected yet.", { block: 0 });
    },
  });
}
