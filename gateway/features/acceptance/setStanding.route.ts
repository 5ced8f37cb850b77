import { z } from "zod";
import type { GatewayServices } from "../../gatewayServices.ts";
import { createRequestLedger } from "../../ledger/createRequestLedger.ts";
import { defineRoute } from "../../openapi/defineRoute.ts";
import { fields } from "../../openapi/fields.ts";
import type { Route } from "../../openapi/route.ts";
import { actingAccount } from "../shared/actingAccount.ts";
import { found } from "../shared/found.ts";
import { secondsOf } from "../shared/secondsOf.ts";
import { written } from "../shared/written.ts";
import { writtenBody } from "../shared/writtenBody.ts";
import { standingAcceptanceBody } from "./standingAcceptanceBody.ts";
import { standingAcceptanceReadModel } from "./standingAcceptanceReadModel.ts";
import { standingTokens } from "./standingTokens.ts";

/** A recipient accepts every pass of a sender, until a moment; one in the past ends it. */
export function setStandingAcceptanceRoute(
  services: GatewayServices,
  of: keyof typeof standingTokens,
): Route {
  const { path, set, write } = standingTokens[of];
  return defineRoute({
    method: "put",
    path: `${path}/:sender`,
    ...set,
    permission: "member",
    request: {
      params: z.object({ sender: fields.memberId }),
      body: z.strictObject({
        until: fields.instant,
        framework: fields.digest.describe("Digest of the framework contract"),
        actingAccount,
      }),
    },
    responses: {
      200: { description: "In force", body: writtenBody.extend(standingAcceptanceBody.shape) },
    },
    handler: async ({ params: { sender }, body, context }) => {
      const ledger = createRequestLedger(services, context, { account: body.actingAccount });
      const { framework } = body;
      const until = secondsOf(body.until);
      const { ref } = context.write();
      const done = await write(ledger, { sender, until, framework, ref });
      const { memberId: recipient } = context.member();
      const filter = { of, recipient, sender, limit: 1 };
      const { rows, refOf } = await standingAcceptanceReadModel.list(services.database, filter);
      const row = found(rows[0], `standing acceptance of member ${sender}`);
      const state = standingAcceptanceReadModel.show(row, refOf);
      return { status: 200, body: written(done, state) };
    },
  });
}
