import type { GatewayServices } from "../../gatewayServices.ts";
import { defineRoute } from "../../openapi/defineRoute.ts";
import type { Route } from "../../openapi/route.ts";
import { insertProposals } from "../proposal/insertProposals.ts";
import { newProposals } from "../proposal/newProposals.ts";
import { createReferenceBook } from "../reference/createReferenceBook.ts";
import { stakeOf } from "../shared/stakeOf.ts";
import { retirementFields } from "./retirementFields.ts";
import { retirementProposalBody } from "./retirementProposalBody.ts";
import { showRetirementProposals } from "./showRetirementProposals.ts";
import { signRetirement } from "./signRetirement.ts";

/** Obligor or holder proposes that value lives on as a part of a bill. */
export function proposeRetirementRoute(services: GatewayServices): Route {
  const record = createReferenceBook(services.database);
  return defineRoute({
    method: "post",
    path: "/v1/retirements/proposals",
    operationId: "proposeRetirement",
    summary: "Propose to retire value to a sub-range of a bill, signed with your key",
    permission: "member",
    request: { body: retirementFields },
    responses: { 201: { description: "Proposed", body: retirementProposalBody } },
    amountOf: ({ body: asked }) =>
      stakeOf.one(services.database, "certificate", asked.certificate, {
        amount: asked.valueMinor,
      }),
    handler: async ({ body: asked, context }) => {
      const rows = await newProposals(services, context, "retirement", [asked], (each, parties) =>
        signRetirement(services, context, parties, each),
      );
      const [body] = await showRetirementProposals(services.database, rows);
      const bill = { digest: body?.billTag ?? "", text: asked.billNumber };
      await record([bill]);
      return { status: 201, body, commit: (transaction) => insertProposals(transaction, rows) };
    },
  });
}
