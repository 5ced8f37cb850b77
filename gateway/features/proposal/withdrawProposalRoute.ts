import { earlyPayments } from "@tallystick/sdk";
import { z } from "zod";
import type { GatewayServices } from "../../gatewayServices.ts";
import { createRequestLedger } from "../../ledger/createRequestLedger.ts";
import { defineRoute } from "../../openapi/defineRoute.ts";
import { ledgerFields } from "../../openapi/ledgerFields.ts";
import type { Route } from "../../openapi/route.ts";
import { ledgerTime } from "../shared/ledgerTime.ts";
import { written } from "../shared/written.ts";
import { writtenBody } from "../shared/writtenBody.ts";
import { proposalReadModel } from "./proposalReadModel.ts";
import type { ProposalRow } from "./proposalRow.ts";
import { withdrawProposal } from "./withdrawProposal.ts";

/** What one kind of proposals has of its own. */
interface Proposals {
  readonly kind: ProposalRow["kind"];
  /** Where they are, for instance `/v1/retirements/proposals`. */
  readonly path: string;
  readonly operationId: string;
  readonly noncesOf: (terms: ProposalRow["terms"]) => {
    readonly obligorNonce: bigint;
    readonly holderNonce: bigint;
  };
}

const answer = writtenBody.extend({ proposal: z.string(), status: z.literal("withdrawn") });

/** The proposer takes its proposal back. */
export function withdrawProposalRoute(services: GatewayServices, of: Proposals): Route {
  const { database } = services;
  const proposals = proposalReadModel(database, of.kind);
  return defineRoute({
    method: "delete",
    path: `${of.path}/:proposal`,
    operationId: of.operationId,
    summary: "Take back a proposal; its signature is void on the ledger from now on",
    permission: "member",
    request: { params: z.object({ proposal: ledgerFields.id }) },
    responses: { 200: { description: "Taken back", body: answer } },
    handler: async ({ params: { proposal }, context }) => {
      const { memberId } = context.member();
      const row = await proposals.find(proposal, memberId);
      const nonce = withdrawProposal.nonceOf(row, memberId, of.noncesOf(row.terms));
      const ledger = createRequestLedger(services, context);
      const { ref } = context.write();
      const receipt = await earlyPayments.cancelNonce(ledger, { nonce, ref });
      const now = await ledgerTime(database);
      return {
        status: 200,
        body: written(receipt, { proposal, status: "withdrawn" as const }),
        commit: (transaction) => withdrawProposal.record(transaction, proposal, now),
      };
    },
  });
}
