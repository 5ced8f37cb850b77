import { liens } from "@tallystick/sdk";
import { z } from "zod";
import type { GatewayServices } from "../../gatewayServices.ts";
import { createRequestLedger } from "../../ledger/createRequestLedger.ts";
import { defineRoute } from "../../openapi/defineRoute.ts";
import type { Route } from "../../openapi/route.ts";
import { actingBody } from "../shared/actingBody.ts";
import { nonceField } from "../shared/nonceField.ts";
import { written } from "../shared/written.ts";
import { writtenBody } from "../shared/writtenBody.ts";

/** Uses up a nonce of the member's own, so that what it signed under it about a lien is void. */
export function cancelLienSignatureRoute(services: GatewayServices): Route {
  return defineRoute({
    method: "delete",
    path: "/v1/liens/signatures/:nonce",
    operationId: "cancelLienSignature",
    summary: "Make a signature about a lien void, before it is used",
    permission: "member",
    request: { params: z.object({ nonce: nonceField }), body: actingBody },
    responses: {
      200: { description: "Void", body: writtenBody.extend({ nonce: z.string() }) },
    },
    handler: async ({ params: { nonce }, body, context }) => {
      const ledger = createRequestLedger(services, context, { account: body.actingAccount });
      const { ref } = context.write();
      const done = await liens.cancelNonce(ledger, { nonce, ref });
      return { status: 200, body: written(done, { nonce }) };
    },
  });
}
