import type { GatewayServices } from "../../gatewayServices.ts";
import { createMemberBudget } from "../../http/createMemberBudget.ts";
import type { Route } from "../../openapi/route.ts";
import { evaluateTagsRoute } from "./evaluate.route.ts";
import { listTagCasesRoute } from "./listCases.route.ts";
import { listTagEvaluationsRoute } from "./listEvaluations.route.ts";
import { listTagKeysRoute } from "./listKeys.route.ts";
import { matchTagsRoute } from "./match.route.ts";

/** Blind tags: this gateway's shares of their keys, and what its members' invoices have in common with others'. */
export function tagRoutes(services: GatewayServices): readonly Route[] {
  const budget = createMemberBudget("elements and tags", services.config.tagsPerMinute);
  return [
    evaluateTagsRoute(services, budget),
    listTagKeysRoute(services),
    listTagEvaluationsRoute(services),
    matchTagsRoute(services, budget),
    listTagCasesRoute(services),
  ];
}
