import { z } from "zod";
import { scopes } from "../../auth/scopes.ts";
import { ProblemError } from "../../errors/problemError.ts";
import type { GatewayServices } from "../../gatewayServices.ts";
import { defineRoute } from "../../openapi/defineRoute.ts";
import type { Route } from "../../openapi/route.ts";
import { sessionBody } from "./sessionBody.ts";
import { startSession } from "./startSession.ts";

/** Signs in as a named member of the demonstration; refused wherever the gateway is not a demonstration. */
export function openSessionRoute(services: GatewayServices): Route {
  const { config, directory } = services;
  return defineRoute({
    method: "post",
    path: "/v1/sessions",
    operationId: "openSession",
    summary: "Sign in as a member of the demonstration",
    permission: "public",
    idempotent: false,
    request: {
      body: z.strictObject({
        member: z.string().min(1).max(200).describe("Name or number of a demo member"),
        person: z
          .string()
          .regex(/^[\p{L}\p{N} .'-]{1,60}$/u)
          .default("first person")
          .describe("Which of its people; a demonstration's member has as many as are named"),
      }),
    },
    responses: {
      201: {
        description: "Signed in; the token also comes as a cookie",
        body: sessionBody,
      },
    },
    handler: async ({ body, raw }) => {
      if (!config.demo) {
        throw new ProblemError("demo-sign-in-disabled", "This gateway is no demonstration.");
      }
      const member = await directory.findDemoMember(body.member);
      if (member === undefined) {
        throw new ProblemError(
          "not-found",
          `There is no demo member ${JSON.stringify(body.member)}.`,
        );
      }
      const { token, expiresAt } = await startSession(
        services,
        raw,
        { memberId: member.memberId, person: `demo:${body.person}`, scopes },
        "demo",
      );
      const { memberId, account, name, roles } = member;
      return {
        status: 201,
        body: { token, expiresAt, member: { memberId, account, name, roles } },
      };
    },
  });
}
