import { z } from "zod";
import type { GatewayServices } from "../../gatewayServices.ts";
import { defineRoute } from "../../openapi/defineRoute.ts";
import type { Route } from "../../openapi/route.ts";

const options = z.object({
  demo: z.boolean().describe("Whether members of the demonstration sign in by name"),
  chainId: z.int().describe("The ledger's chain, for Sign-In with Ethereum"),
  issuers: z
    .array(z.object({ name: z.string(), title: z.string() }))
    .describe("Identity providers that people sign in through at the console"),
});

/** How one may sign in here; for pages that ask nobody who they are yet. */
export function readSignInOptionsRoute({ config, identities, ledger }: GatewayServices): Route {
  return defineRoute({
    method: "get",
    path: "/v1/sign-in/options",
    operationId: "readSignInOptions",
    summary: "How one may sign in at this gateway",
    permission: "public",
    responses: { 200: { description: "The ways", body: options } },
    handler: async () => {
      const issuers = identities.issuers
        .filter(({ settings }) => settings.clientId !== undefined)
        .map(({ settings: { name, title } }) => ({ name, title: title ?? name }));
      return { status: 200, body: { demo: config.demo, chainId: ledger.chainId, issuers } };
    },
  });
}
