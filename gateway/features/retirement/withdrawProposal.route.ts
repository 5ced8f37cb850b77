import { earlyPayments } from "@tallystick/sdk";
import { z } from "zod";
import type { GatewayServices } from "../../gatewayServices.ts";
import { createRequestLedger } from "../../ledger/createRequestLedger.ts";
import { defineRoute } from "../../openapi/defineRoute.ts";
import { ledgerFields } from "../../openapi/ledgerFields.ts";
import type { Route } from "../../openapi/route.ts";
import { proposalReadModel } from "../proposal/proposalReadModel.ts";
import { withdrawProposal } from "../proposal/withdrawProposal.ts";
import { ledgerTime } from "../shared/ledgerTime.ts";
import { written } from "../shared/written.ts";
import { writtenBody } from "../shared/writtenBody.ts";
import { retirementTermsFrom } from "./retirementTermsFrom.ts";

/** The proposer takes its proposal back. */
export function withdrawRetirementProposalRoute(services: GatewayServices): Route {
  const { database } = services;
  const proposals = proposalReadModel(database, "retirement");
  const status = z.literal("withdrawn");
  return defineRoute({
    method: "delete",
    path: "/v1/retirements/proposals/:proposal",
    operationId: "withdrawRetirementProposal",
    summary: "Take back a proposal; its signature is void on the ledger from now on",
    permission: "member",
    request: { params: z.object({ proposal: ledgerFields.id }) },
    responses: {
      200: {
        description: "Taken back",
        body: writtenBody.extend({ proposal: z.string(), status }),
      },
    },
    handler: async ({ params: { proposal }, context }) => {
      const { memberId } = context.member();
      const row = await proposals.find(proposal, memberId);
      const nonce = withdrawProposal.nonceOf(row, memberId, retirementTermsFrom(row.terms));
      const ledger = createRequestLedger(services, context);
      const { ref } = context.write();
      const receipt = await earlyPayments.cancelNonce(ledger, { nonce, ref });
      const now = await ledgerTime(database);
      return {
        status: 200,
        body: written(receipt, { proposal, status: "withdrawn" }),
        commit: (transaction) => withdrawProposal.record(transaction, proposal, now),
      };
    },
  });
}
