import { settlements } from "@tallystick/sdk";
import { z } from "zod";
import type { GatewayServices } from "../../gatewayServices.ts";
import { createRequestLedger } from "../../ledger/createRequestLedger.ts";
import { defineRoute } from "../../openapi/defineRoute.ts";
import { fields } from "../../openapi/fields.ts";
import { ledgerFields } from "../../openapi/ledgerFields.ts";
import type { Route } from "../../openapi/route.ts";
import { written } from "../shared/written.ts";
import { writtenBody } from "../shared/writtenBody.ts";
import { readRun } from "./readRun.ts";
import { runBody } from "./runBody.ts";

/** The bank of a run says that it can't credit a leg. */
export function attestUndeliveredRoute(services: GatewayServices): Route {
  return defineRoute({
    method: "post",
    path: "/v1/settlement-runs/:run/undelivered-legs",
    operationId: "attestUndelivered",
    summary: "The bank can't credit a leg: it stays settled and the bank owes it",
    permission: "settlement-bank",
    request: {
      params: z.object({ run: ledgerFields.id }),
      body: z.strictObject({
        certificate: ledgerFields.certificate,
        documentDigest: fields.digest,
      }),
    },
    responses: { 201: { description: "Recorded", body: writtenBody.extend(runBody.shape) } },
    handler: async ({ params: { run }, body, context }) => {
      const { ref } = context.write();
      const ledger = createRequestLedger(services, context);
      const receipt = await settlements.attestUndelivered(ledger, { run, ...body, ref });
      const viewer = { memberId: context.member().memberId, seesAll: false };
      return { status: 201, body: written(receipt, await readRun(services.database, run, viewer)) };
    },
  });
}
