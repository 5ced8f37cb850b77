import { z } from "zod";
import { ProblemError } from "../../errors/problemError.ts";
import type { GatewayServices } from "../../gatewayServices.ts";
import { defineRoute } from "../../openapi/defineRoute.ts";
import { fields } from "../../openapi/fields.ts";
import { ledgerFields } from "../../openapi/ledgerFields.ts";
import type { Route } from "../../openapi/route.ts";
import { certificateReadModel } from "../certificate/certificateReadModel.ts";
import { ledgerTime } from "../shared/ledgerTime.ts";
import { stakeOf } from "../shared/stakeOf.ts";
import { financingRequestBody } from "./financingRequestBody.ts";
import { financingRequestReadModel } from "./financingRequestReadModel.ts";
import { insertFinancingRequest } from "./insertFinancingRequest.ts";

const body = z.strictObject({
  certificate: ledgerFields.certificate,
  valueMinor: ledgerFields.amountMinor,
  financiers: z
    .array(fields.memberId)
    .max(50)
    .default([])
    .describe("Whom to ask; all unless given"),
  note: z.string().max(2000).default(""),
});

/** A holder asks financiers for quotes; nothing of it is on the ledger. */
export function createFinancingRequestRoute(services: GatewayServices): Route {
  const { database } = services;
  const requests = financingRequestReadModel(database);
  return defineRoute({
    method: "post",
    path: "/v1/financing-requests",
    operationId: "createFinancingRequest",
    summary: "Ask financiers for quotes on a certificate, or on a part of it",
    permission: "member",
    request: { body },
    responses: { 201: { description: "Asked", body: financingRequestBody } },
    amountOf: ({ body: asked }) =>
      stakeOf.one(database, "certificate", asked.certificate, { amount: asked.valueMinor }),
    handler: async ({ body: asked, context }) => {
      const { memberId } = context.member();
      const certificate = await certificateReadModel.row(database, asked.certificate);
      if (Number(certificate.holder) !== memberId) {
        throw new ProblemError("not-permitted", "Only its holder has a certificate financed.");
      }
      const free = certificate.value_minor - certificate.held_minor;
      if (asked.valueMinor > free) {
        const sentence = `The certificate has ${free} minor units free, this asks for ${asked.valueMinor}.`;
        throw new ProblemError("unprocessable", sentence);
      }
      const now = await ledgerTime(database);
      const row = await insertFinancingRequest.prepare(database, asked, certificate, now);
      const [shown] = await requests.show([row]);
      const commit = insertFinancingRequest.commit(row);
      return { status: 201, body: shown, commit };
    },
  });
}
