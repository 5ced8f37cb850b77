import { z } from "zod";
import type { GatewayServices } from "../../gatewayServices.ts";
import { sdkDeployment } from "../../ledger/sdkDeployment.ts";
import { defineRoute } from "../../openapi/defineRoute.ts";
import type { Route } from "../../openapi/route.ts";
import { certificateDetailBody } from "../certificate/certificateDetailBody.ts";
import { certificateProvenance } from "../certificate/certificateProvenance.ts";
import { found } from "../shared/found.ts";
import { memberRefBody } from "../shared/memberRefBody.ts";
import { memberRefs } from "../shared/memberRefs.ts";
import { shareToken } from "./shareToken.ts";

const body = certificateDetailBody.extend({
  sharedBy: memberRefBody,
  expiresAt: z.string().describe("Until when the link opens"),
  block: z.int().describe("The ledger as of this block"),
  ledger: z
    .object({
      chainId: z.int(),
      creditCertificates: z.string(),
      receivables: z.string(),
    })
    .describe("Where a node of one's own says the same"),
});

interface LinkRow {
  readonly certificate_id: bigint;
  readonly member_id: bigint;
  readonly expires_at: Date;
}

/** What a bank checks about a certificate, for whoever has its link. */
export function openSharedRoute({ database, ledger }: GatewayServices): Route {
  return defineRoute({
    method: "get",
    path: "/v1/shared/:token",
    operationId: "openShared",
    summary: "Check a certificate by its link: issuer, confirmation, endorsements, encumbrances",
    permission: "public",
    request: { params: z.object({ token: z.string().regex(/^[A-Za-z0-9_-]{43}$/) }) },
    responses: { 200: { description: "The certificate", body } },
    handler: async ({ params: { token }, context }) => {
      const [row] = await database.query<LinkRow>(
        `SELECT certificate_id, member_id, expires_at FROM local.share_link
         WHERE token_digest = $1 AND expires_at > $2`,
        [shareToken.digest(token), new Date()],
      );
      const link = found(row, "such link, or it has expired");
      const refOf = await memberRefs(database, [link.member_id]);
      const { chainId, addresses } = sdkDeployment(ledger);
      const { creditCertificates, receivables } = addresses;
      const { block } = context;
      return {
        status: 200,
        body: {
          ...(await certificateProvenance(database, link.certificate_id)),
          sharedBy: refOf(link.member_id),
          expiresAt: link.expires_at,
          block,
          ledger: { chainId, creditCertificates, receivables },
        },
      };
    },
  });
}
