import { members } from "@tallystick/sdk";
import { z } from "zod";
import type { GatewayServices } from "../../gatewayServices.ts";
import { createRequestLedger } from "../../ledger/createRequestLedger.ts";
import { defineRoute } from "../../openapi/defineRoute.ts";
import { fields } from "../../openapi/fields.ts";
import type { Route } from "../../openapi/route.ts";
import { actingAccount } from "../shared/actingAccount.ts";
import { written } from "../shared/written.ts";
import { writtenBody } from "../shared/writtenBody.ts";
import { memberDetail } from "./memberDetail.ts";
import { memberDetailBody } from "./memberDetailBody.ts";
import { memberParams } from "./memberParams.ts";

/** Operator and guardian propose, legal may stand behind it; it can be carried out 72 hours later. */
export function proposeRecoveryRoute(services: GatewayServices): Route {
  const { database } = services;
  return defineRoute({
    method: "post",
    path: "/v1/members/:member/recovery",
    operationId: "proposeRecovery",
    summary: "Propose a recovery as operator, guardian or legal",
    permission: "member",
    request: {
      params: memberParams,
      body: z.strictObject({
        account: fields.address,
        documentDigest: fields.digest,
        actingAccount,
      }),
    },
    responses: {
      200: { description: "The member", body: writtenBody.extend(memberDetailBody.shape) },
    },
    handler: async ({ params: { member }, body, context }) => {
      const ledger = createRequestLedger(services, context, { account: body.actingAccount });
      const { ref } = context.write();
      const { memberId } = context.member();
      const done = await members.proposeRecovery(ledger, {
        member,
        account: body.account,
        documentDigest: body.documentDigest,
        ref,
      });
      return { status: 200, body: written(done, await memberDetail(database, member, memberId)) };
    },
  });
}
