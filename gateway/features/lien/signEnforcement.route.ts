import { enforcementTypedData, randomNonce } from "@tallystick/sdk";
import { z } from "zod";
import { ProblemError } from "../../errors/problemError.ts";
import type { GatewayServices } from "../../gatewayServices.ts";
import { sdkDeployment } from "../../ledger/sdkDeployment.ts";
import { defineRoute } from "../../openapi/defineRoute.ts";
import { ledgerFields } from "../../openapi/ledgerFields.ts";
import type { Route } from "../../openapi/route.ts";
import { actingAccount } from "../shared/actingAccount.ts";
import { epochOf } from "../shared/epochOf.ts";
import { signAs } from "../shared/signAs.ts";
import { stakeOf } from "../shared/stakeOf.ts";
import { consentBody } from "./consentBody.ts";
import { enforcementFields } from "./enforcementFields.ts";
import { enforcementOf } from "./enforcementOf.ts";
import { lienParams } from "./lienParams.ts";
import { lienReadModel } from "./lienReadModel.ts";

const body = z.strictObject({
  ...enforcementFields,
  deadline: ledgerFields.seconds.describe("Until when the signature holds, RFC 3339"),
  actingAccount,
});

/** The debtor agrees, after its default was declared, to an enforcement; the secured party sends it. */
export function signEnforcementRoute(services: GatewayServices): Route {
  const { database, ledger } = services;
  return defineRoute({
    method: "post",
    path: "/v1/liens/:lien/enforcement-signatures",
    operationId: "signEnforcement",
    summary: "Sign, after your default, how a lien of yours is enforced (Civil Code art. 428)",
    permission: "member",
    request: { params: lienParams, body },
    responses: { 200: { description: "What an enforcement takes as `debtor`", body: consentBody } },
    amountOf: ({ params }) => stakeOf.one(database, "lien", params.lien),
    handler: async ({ params: { lien }, body: stated, context }) => {
      const { memberId } = context.member();
      const row = await lienReadModel.row(database, lien);
      if (row.debtor !== BigInt(memberId)) {
        throw new ProblemError("not-permitted", "Only the debtor of a lien agrees to enforcement.");
      }
      if (row.defaulted_at === null) {
        const sentence = `The debt of lien ${lien} was not declared in default, and nothing signed before that counts.`;
        throw new ProblemError("conflict", sentence);
      }
      const nonce = randomNonce();
      const defaultedAt = Math.floor(row.defaulted_at.getTime() / 1_000);
      const data = enforcementTypedData(sdkDeployment(ledger), {
        order: { ...enforcementOf(lien, stated), defaultedAt, nonce },
        deadline: stated.deadline,
        epoch: await epochOf(database, memberId),
      });
      const signed = await signAs(services, context, data, stated.actingAccount);
      return { status: 200, body: { ...signed, nonce } };
    },
  });
}
