import { defineRoute } from "../../openapi/defineRoute.ts";
import type { Route } from "../../openapi/route.ts";
import { approvalBody } from "./approvalBody.ts";
import { approvalParams } from "./approvalParams.ts";
import type { approvalReadModel } from "./approvalReadModel.ts";

/** One write that needed another person. */
export function readApprovalRoute(approvals: ReturnType<typeof approvalReadModel>): Route {
  return defineRoute({
    method: "get",
    path: "/v1/approvals/:approval",
    operationId: "readApproval",
    summary: "A write of your member that needs, or needed, a second person",
    permission: "member",
    request: { params: approvalParams },
    responses: { 200: { description: "The write and who decided", body: approvalBody } },
    handler: async ({ params, context }) => {
      return { status: 200, body: await approvals.read(params.approval, context.member()) };
    },
  });
}
