import type { GatewayServices } from "../../gatewayServices.ts";
import type { Route } from "../../openapi/route.ts";
import { executeRulesRoute } from "./execute.route.ts";
import { readRulesRoute } from "./read.route.ts";
import { scheduleRulesRoute } from "./schedule.route.ts";

/** The governed parameters. */
export function rulesRoutes(services: GatewayServices): readonly Route[] {
  return [readRulesRoute(services), scheduleRulesRoute(services), executeRulesRoute(services)];
}
