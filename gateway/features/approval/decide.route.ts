import { z } from "zod";
import type { ApprovalDesk } from "../../approval/createApprovalDesk.ts";
import { decideApproval } from "../../approval/decideApproval.ts";
import type { GatewayServices } from "../../gatewayServices.ts";
import { defineRoute } from "../../openapi/defineRoute.ts";
import type { Route } from "../../openapi/route.ts";
import { approvalBody } from "./approvalBody.ts";
import { approvalParams } from "./approvalParams.ts";
import type { approvalReadModel } from "./approvalReadModel.ts";

const verbs = {
  approve: {
    path: "approval",
    operationId: "approveRequest",
    summary: "Agree to another person's write; the last one needed carries it out",
  },
  reject: {
    path: "rejection",
    operationId: "rejectRequest",
    summary: "Turn another person's write down",
  },
} as const;

const reason = z.string().max(500);

const bodies = {
  approve: z.strictObject({ reason: reason.default("") }).prefault({}),
  reject: z.strictObject({ reason: reason.min(1) }),
} as const;

/** Another person's word. What was agreed to is carried out before the answer, as it would have been for who asked. */
export function decideApprovalRoute(
  { database, approvals: { book } }: GatewayServices,
  desk: () => ApprovalDesk,
  approvals: ReturnType<typeof approvalReadModel>,
  decision: keyof typeof verbs,
): Route {
  const { path, operationId, summary } = verbs[decision];
  return defineRoute({
    method: "post",
    path: `/v1/approvals/:approval/${path}`,
    operationId,
    summary,
    permission: "member",
    scope: "approve",
    request: { params: approvalParams, body: bodies[decision] },
    responses: {
      200: { description: "As it stands now", body: approvalBody },
      202: { description: "Agreed to, and not included yet: ask again", body: approvalBody },
    },
    handler: async ({ params: { approval }, body, context }) => {
      const identity = context.member();
      const said = { approval, decision, reason: body.reason };
      // Kept before it is carried out: whoever dies in between finds it agreed to, and it has one effect all the same.
      const row = await decideApproval.say(database, identity, said);
      book.forget(identity.memberId);
      await desk().carryOut(row);
      const shown = await approvals.read(approval, identity);
      // Agreed to and not included yet: asking again tells the outcome, so this answer is not remembered.
      const status = shown?.state === "approved" && !desk().isLeft(row) ? 202 : 200;
      return { status, body: shown };
    },
  });
}
