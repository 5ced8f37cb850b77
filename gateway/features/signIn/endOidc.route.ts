import { z } from "zod";
import { authorizationCode } from "../../auth/oidc/authorizationCode.ts";
import { holderOfClaims } from "../../auth/oidc/holderOfClaims.ts";
import { TokenRefused } from "../../auth/oidc/tokenRefused.ts";
import type { SessionHolder } from "../../auth/sessions.ts";
import { ProblemError } from "../../errors/problemError.ts";
import type { GatewayServices } from "../../gatewayServices.ts";
import { defineRoute } from "../../openapi/defineRoute.ts";
import type { Route } from "../../openapi/route.ts";
import { startSession } from "../session/startSession.ts";
import { flowCookie } from "./flowCookie.ts";
import { issuerOf } from "./issuerOf.ts";

const query = z.looseObject({
  state: z.string().max(200).default(""),
  code: z.string().max(4_000).default(""),
});

/** Whom the provider says that it is. Its own refusals and forged answers are one reason to the outside. */
async function holderOf(
  services: GatewayServices,
  name: string,
  { state, code }: z.output<typeof query>,
  cookie: string | undefined,
): Promise<SessionHolder> {
  const { identities, directory } = services;
  const issuer = issuerOf.find(services, name);
  if (state === "" || state !== cookie) throw new TokenRefused("ERR_STATE");
  const begun = await identities.signIns.take(`oidc:${name}`, state);
  if (begun === undefined || code === "") throw new TokenRefused("ERR_STATE");
  const redirectUri = issuerOf.redirectUri(services, name);
  const claims = await authorizationCode.end(issuer, begun, code, redirectUri);
  const known = await identities.people.findBySubject(name, claims.sub);
  const holder = holderOfClaims(issuer.settings, claims, known, "sign-in");
  if (holder === undefined || (await directory.find(holder.memberId)) === undefined) {
    throw new ProblemError("person-unknown", "No member has named this person.");
  }
  return holder;
}

function codeOf(error: unknown): "refused" | "unknown" | "unreachable" {
  if (error instanceof TokenRefused) return "refused";
  if (error instanceof ProblemError && error.code === "person-unknown") return "unknown";
  if (error instanceof ProblemError && error.code === "issuer-unreachable") return "unreachable";
  throw error;
}

/** Where the provider sends the browser back to: opens the session and shows the console, which says what went wrong. */
export function endOidcSignInRoute(services: GatewayServices): Route {
  const { config, identities } = services;
  return defineRoute({
    method: "get",
    path: "/v1/sign-in/oidc/:issuer/callback",
    operationId: "endOidcSignIn",
    summary: "Come back from an identity provider",
    permission: "public",
    request: { params: issuerOf.params, query },
    responses: { 303: { description: "To the console" } },
    handler: async ({ params, query: answer, raw }) => {
      const headers = { "cache-control": "no-store" };
      const cookie = flowCookie.of(raw.request.get("cookie"));
      raw.response.clearCookie(flowCookie.name, flowCookie.options(config));
      try {
        const holder = await holderOf(services, params.issuer, answer, cookie);
        await startSession(services, raw, holder, "oidc");
        return { status: 303, headers: { ...headers, location: "/" } };
      } catch (error) {
        const code = codeOf(error);
        const reason = error instanceof TokenRefused ? error.code : code;
        const { ip: address } = raw.request;
        identities.security.record({ kind: "proof-refused", way: "oidc", reason, address });
        return { status: 303, headers: { ...headers, location: `/?sign-in=${code}` } };
      }
    },
  });
}
