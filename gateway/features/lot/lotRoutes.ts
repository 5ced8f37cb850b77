import type { GatewayServices } from "../../gatewayServices.ts";
import type { Route } from "../../openapi/route.ts";
import { listLotsRoute } from "./list.route.ts";
import { listLotCountsRoute } from "./listCounts.route.ts";
import { openLotRoute } from "./open.route.ts";
import { readLotRoute } from "./read.route.ts";
import { recordCountRoute } from "./recordCount.route.ts";

/** Everything about lots and their counts. */
export function lotRoutes(services: GatewayServices): readonly Route[] {
  return [
    listLotsRoute(services),
    openLotRoute(services),
    readLotRoute(services),
    listLotCountsRoute(services),
    recordCountRoute(services),
  ];
}
