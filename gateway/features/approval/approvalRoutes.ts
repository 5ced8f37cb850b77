import type { ApprovalDesk } from "../../approval/createApprovalDesk.ts";
import type { GatewayServices } from "../../gatewayServices.ts";
import type { Route } from "../../openapi/route.ts";
import { approvalReadModel } from "./approvalReadModel.ts";
import { changeApprovalRuleRoute } from "./changeRule.route.ts";
import { decideApprovalRoute } from "./decide.route.ts";
import { listApprovalsRoute } from "./list.route.ts";
import { listApprovalRulesRoute } from "./listRules.route.ts";
import { readApprovalRoute } from "./read.route.ts";
import { setApprovalRuleRoute } from "./setRule.route.ts";
import { withdrawApprovalRoute } from "./withdraw.route.ts";

/** Second persons: rules, waiting writes, decisions. `routes` are all of the gateway, `desk` carries them out. */
export function approvalRoutes(
  services: GatewayServices,
  routes: () => readonly Route[],
  desk: () => ApprovalDesk,
): Route[] {
  const routeOf = (operationId: string) =>
    routes().find((route) => route.operationId === operationId);
  const isWrite = (operationId: string) => {
    const route = routeOf(operationId);
    return route !== undefined && route.method !== "get" && route.idempotent !== false;
  };
  const approvals = approvalReadModel(services.database, (id) => routeOf(id)?.summary);
  return [
    listApprovalsRoute(services, approvals),
    readApprovalRoute(approvals),
    decideApprovalRoute(services, desk, approvals, "approve"),
    decideApprovalRoute(services, desk, approvals, "reject"),
    withdrawApprovalRoute(services, approvals),
    listApprovalRulesRoute(services),
    setApprovalRuleRoute(services, isWrite),
    changeApprovalRuleRoute(services, isWrite, "change"),
    changeApprovalRuleRoute(services, isWrite, "remove"),
  ];
}
