import { decideApproval } from "../../approval/decideApproval.ts";
import type { GatewayServices } from "../../gatewayServices.ts";
import { defineRoute } from "../../openapi/defineRoute.ts";
import type { Route } from "../../openapi/route.ts";
import { approvalBody } from "./approvalBody.ts";
import { approvalParams } from "./approvalParams.ts";
import type { approvalReadModel } from "./approvalReadModel.ts";

/** Who asked takes its write back while it waits. */
export function withdrawApprovalRoute(
  { database, approvals: { book } }: GatewayServices,
  approvals: ReturnType<typeof approvalReadModel>,
): Route {
  return defineRoute({
    method: "delete",
    path: "/v1/approvals/:approval",
    operationId: "withdrawRequest",
    summary: "Take a write back that waits for a second person",
    permission: "member",
    request: { params: approvalParams },
    responses: { 200: { description: "Taken back", body: approvalBody } },
    handler: async ({ params: { approval }, context }) => {
      const identity = context.member();
      await decideApproval.withdraw(database, identity, approval);
      book.forget(identity.memberId);
      return { status: 200, body: await approvals.read(approval, identity) };
    },
  });
}
