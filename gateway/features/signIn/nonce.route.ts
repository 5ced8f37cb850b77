import { z } from "zod";
import type { GatewayServices } from "../../gatewayServices.ts";
import { defineRoute } from "../../openapi/defineRoute.ts";
import type { Route } from "../../openapi/route.ts";

const answer = z.object({
  nonce: z.string(),
  expiresAt: z.string(),
  domain: z.string(),
  uri: z.string(),
  chainId: z.int(),
});

/** What a wallet's message must repeat (EIP-4361). The nonce is good once, for ten minutes, at any of the gateways. */
export function readNonceRoute({ config, identities, ledger }: GatewayServices): Route {
  return defineRoute({
    method: "get",
    path: "/v1/sign-in/nonce",
    operationId: "readSignInNonce",
    summary: "Begin to sign in with Ethereum",
    permission: "public",
    responses: { 200: { description: "What the message says", body: answer } },
    handler: async ({ raw }) => {
      const { state: nonce, expiresAt } = await identities.signIns.begin("ethereum");
      raw.response.set("cache-control", "no-store");
      const { host, origin } = new URL(config.publicUrl);
      const { chainId } = ledger;
      return { status: 200, body: { nonce, expiresAt, domain: host, uri: origin, chainId } };
    },
  });
}
