import { isDeepStrictEqual } from "node:util";
import { claims, earlyPayments } from "@tallystick/sdk";
import { z } from "zod";
import { ProblemError } from "../../errors/problemError.ts";
import type { GatewayServices } from "../../gatewayServices.ts";
import { createRequestLedger } from "../../ledger/createRequestLedger.ts";
import { defineRoute } from "../../openapi/defineRoute.ts";
import { ledgerFields } from "../../openapi/ledgerFields.ts";
import type { Route } from "../../openapi/route.ts";
import { agreeingSignatures } from "../proposal/agreeingSignatures.ts";
import { proposalReadModel } from "../proposal/proposalReadModel.ts";
import { stakeOf } from "../shared/stakeOf.ts";
import { written } from "../shared/written.ts";
import { writtenBody } from "../shared/writtenBody.ts";
import { billTags } from "./billTags.ts";
import { retirementProposalBody } from "./retirementProposalBody.ts";
import { retirementTermsFrom } from "./retirementTermsFrom.ts";
import { showRetirementProposals } from "./showRetirementProposals.ts";

/** Who agrees recomputes the bill's tags too: a proposal may name another bill, or be older than the tag key. */
async function requireBillTags(
  services: GatewayServices,
  terms: ReturnType<typeof retirementTermsFrom>,
): Promise<void> {
  const { billTag, tagEpoch, earlierBillTags } = terms;
  const own = await billTags(services, terms.billNumber);
  if (isDeepStrictEqual(own, { billTag, tagEpoch, earlierBillTags })) return;
  const sentence = `The proposal's tags are not those of bill ${terms.billNumber} today: propose it anew.`;
  throw new ProblemError("conflict", sentence);
}

/** The other party agrees: the value ends and the bill's range is claimed, in one transaction. */
export function agreeRetirementRoute(services: GatewayServices): Route {
  const { database } = services;
  const proposals = proposalReadModel(database, "retirement");
  return defineRoute({
    method: "post",
    path: "/v1/retirements/proposals/:proposal/agreement",
    operationId: "agreeRetirement",
    summary: "Agree to a retirement that was proposed to you",
    permission: "member",
    request: { params: z.object({ proposal: ledgerFields.id }), body: z.object({}).optional() },
    responses: {
      201: { description: "Retired", body: writtenBody.extend(retirementProposalBody.shape) },
    },
    amountOf: ({ params }) => stakeOf.one(database, "proposal", params.proposal),
    handler: async ({ params: { proposal }, context }) => {
      const identity = context.member();
      const row = await proposals.find(proposal, identity.memberId);
      const terms = retirementTermsFrom(row.terms);
      await requireBillTags(services, terms);
      const signatures = agreeingSignatures(row, identity);
      const ledger = createRequestLedger(services, context);
      const lefts = await claims.getLeftNeighbours(ledger, terms);
      const call = { terms, lefts, ...signatures, ref: context.write().ref };
      const receipt = await earlyPayments.retireToBill(ledger, call);
      const now = await proposals.find(proposal, identity.memberId);
      const [state] = await showRetirementProposals(database, [now]);
      return { status: 201, body: written(receipt, state ?? {}) };
    },
  });
}
