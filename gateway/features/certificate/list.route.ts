import { z } from "zod";
import type { Identity } from "../../auth/identity.ts";
import { isOverseer } from "../../auth/isOverseer.ts";
import { ProblemError } from "../../errors/problemError.ts";
import type { GatewayServices } from "../../gatewayServices.ts";
import { defineRoute } from "../../openapi/defineRoute.ts";
import { fields } from "../../openapi/fields.ts";
import type { Route } from "../../openapi/route.ts";
import { memberRefs } from "../shared/memberRefs.ts";
import { pageBody } from "../shared/pageBody.ts";
import { pageOf } from "../shared/pageOf.ts";
import { pageQuery } from "../shared/pageQuery.ts";
import { certificateBody } from "./certificateBody.ts";
import { certificateReadModel } from "./certificateReadModel.ts";
import { showCertificate } from "./showCertificate.ts";

const who = z.union([z.enum(["me", "any"]), fields.memberId]);
const query = z.object({
  ...pageQuery,
  holder: who.default("me").describe("Whose: me, a member's number, or any"),
  obligor: who.default("any"),
  receivable: fields.memberId.optional().describe("Of one receivable"),
  currency: fields.currency.optional(),
  state: z.enum(["live", "spent"]).optional(),
});

function idOf(asked: z.output<typeof who>, { memberId }: Identity): number | undefined {
  if (asked === "any") return undefined;
  return asked === "me" ? memberId : asked;
}

/** Holders see what they hold, obligors what they owe, and who oversees sees all. */
function checkAsked(identity: Identity, holder?: number, obligor?: number): void {
  if (isOverseer(identity)) return;
  if (holder === identity.memberId || obligor === identity.memberId) return;
  throw new ProblemError("not-permitted", "Ask for certificates that you hold or that you owe.");
}

/** Certificates, newest first. */
export function listCertificatesRoute(services: GatewayServices): Route {
  return defineRoute({
    method: "get",
    path: "/v1/certificates",
    operationId: "listCertificates",
    summary: "Certificates that you hold, or that you owe",
    permission: "member",
    request: { query },
    responses: { 200: { description: "Newest first", body: pageBody(certificateBody) } },
    handler: async ({ query: asked, context }) => {
      const { holder: whose, obligor: owedBy, limit, ...rest } = asked;
      const identity = context.member();
      const holder = idOf(whose, identity);
      const obligor = idOf(owedBy, identity);
      checkAsked(identity, holder, obligor);
      const { receivable, currency, state, after } = rest;
      const filter = { holder, obligor, receivable, currency, state, after, limit };
      const rows = await certificateReadModel.list(services.database, filter);
      const ids = rows.flatMap((row) => [row.holder, row.obligor]);
      const refOf = await memberRefs(services.database, ids);
      const body = pageOf(services, rows, limit, {
        item: (row) => showCertificate(row, refOf),
        cursor: (row) => row.certificate_id,
      });
      return { status: 200, body };
    },
  });
}
