import { z } from "zod";
import type { GatewayServices } from "../../gatewayServices.ts";
import { defineRoute } from "../../openapi/defineRoute.ts";
import type { Route } from "../../openapi/route.ts";

const keySetBody = z.object({
  suite: z.literal("ristretto255-SHA512"),
  epoch: z.int(),
  threshold: z.int(),
  groupPublicKey: z.string(),
  shares: z.array(z.object({ index: z.int(), publicKey: z.string(), url: z.string() })),
});

/** The key sets that this gateway pins, for comparing: whoever takes them from here trusts this gateway. */
export function listTagKeysRoute({ tags }: Pick<GatewayServices, "tags">): Route {
  return defineRoute({
    method: "get",
    path: "/v1/tags/keys",
    operationId: "listTagKeys",
    summary: "The pinned tag keys, and which shares this gateway holds",
    permission: "member",
    responses: {
      200: {
        description: "Public keys alone",
        body: z.object({
          keySets: z.array(keySetBody),
          held: z.array(z.object({ epoch: z.int(), index: z.int() })),
        }),
      },
    },
    handler: async () => {
      const held = tags.shares.map(({ epoch, index }) => ({ epoch, index }));
      return { status: 200, body: { keySets: tags.keySets, held } };
    },
  });
}
