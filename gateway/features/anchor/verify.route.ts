import { verifyInclusion } from "@tallystick/sdk";
import { z } from "zod";
import type { GatewayServices } from "../../gatewayServices.ts";
import { defineRoute } from "../../openapi/defineRoute.ts";
import { fields } from "../../openapi/fields.ts";
import type { Route } from "../../openapi/route.ts";
import { anchorBody } from "./anchorBody.ts";
import { anchorParams } from "./anchorParams.ts";
import { anchorReadModel } from "./anchorReadModel.ts";

const body = z.strictObject({
  digest: fields.digest.describe("Digest of the document"),
  salt: fields.digest.describe("Salt of the document, from its owner"),
  proof: z.array(fields.digest).max(40).default([]).describe("Hashes beside its path, leaf first"),
});

/** Checks a document against an anchor. It writes nothing, so it needs no Idempotency-Key. */
export function verifyAnchorRoute(services: GatewayServices): Route {
  return defineRoute({
    method: "post",
    path: "/v1/anchors/:root/verification",
    operationId: "verifyAnchor",
    summary: "Whether a document lies below an anchored root",
    description:
      "A document is as good as its anchor only while `state` is `current`. The check is arithmetic: repeat it yourself.",
    permission: "member",
    idempotent: false,
    request: { params: anchorParams, body },
    responses: {
      200: {
        description: "The anchor, and whether it covers the document",
        body: anchorBody.extend({ included: z.boolean() }),
      },
    },
    handler: async ({ params: { root }, body: { proof, ...document } }) => {
      const anchor = await anchorReadModel.one(services.database, root);
      return { status: 200, body: { ...anchor, included: verifyInclusion(root, document, proof) } };
    },
  });
}
