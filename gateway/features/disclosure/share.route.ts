import { z } from "zod";
import { ProblemError } from "../../errors/problemError.ts";
import type { GatewayServices } from "../../gatewayServices.ts";
import { defineRoute } from "../../openapi/defineRoute.ts";
import { fields } from "../../openapi/fields.ts";
import type { Route } from "../../openapi/route.ts";
import { certificateParams } from "../certificate/certificateParams.ts";
import { requireHolder } from "./requireHolder.ts";
import { shareToken } from "./shareToken.ts";

const MAXIMUM_MS = 90 * 86_400_000;

const answer = z.object({
  certificate: z.string(),
  token: z.string(),
  url: z.string().describe("Where a person opens it, relative to this gateway"),
  expiresAt: z.string(),
});

function checkExpiry(expiresAt: Date): void {
  const left = expiresAt.getTime() - Date.now();
  if (left > 0 && left <= MAXIMUM_MS) return;
  throw new ProblemError("unprocessable", "A link ends in the future, within 90 days.");
}

/** A link by which anyone who has it may check a certificate, until it expires. */
export function shareCertificateRoute({ config, database }: GatewayServices): Route {
  return defineRoute({
    method: "post",
    path: "/v1/certificates/:certificate/share-links",
    operationId: "shareCertificate",
    summary: "Make a link by which a bank checks your certificate without signing in",
    permission: "member",
    request: { params: certificateParams, body: z.strictObject({ expiresAt: fields.instant }) },
    responses: { 201: { description: "The link", body: answer } },
    handler: async ({ params: { certificate }, body, context }) => {
      const { memberId } = context.member();
      await requireHolder(database, certificate, memberId);
      const expiresAt = new Date(body.expiresAt);
      checkExpiry(expiresAt);
      const token = shareToken.of(config.keystorePassphrase, context.write().ref);
      return {
        status: 201,
        body: { certificate, token, url: `/shared/${token}`, expiresAt },
        commit: async (transaction) => {
          await transaction.query(
            `INSERT INTO local.share_link (token_digest, certificate_id, member_id, expires_at)
             VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING`,
            [shareToken.digest(token), certificate, memberId, expiresAt],
          );
        },
      };
    },
  });
}
