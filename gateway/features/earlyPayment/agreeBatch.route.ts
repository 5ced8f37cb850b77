import { z } from "zod";
import type { GatewayServices } from "../../gatewayServices.ts";
import { createRequestLedger } from "../../ledger/createRequestLedger.ts";
import { defineRoute } from "../../openapi/defineRoute.ts";
import { ledgerFields } from "../../openapi/ledgerFields.ts";
import type { Route } from "../../openapi/route.ts";
import { proposalReadModel } from "../proposal/proposalReadModel.ts";
import { found } from "../shared/found.ts";
import { itemOutcome } from "../shared/itemOutcome.ts";
import { stakeOf } from "../shared/stakeOf.ts";
import { agreeEarlyPayment } from "./agreeEarlyPayment.ts";

const items = z
  .array(z.strictObject({ proposal: ledgerFields.id }))
  .min(1)
  .max(100);
const answer = itemOutcome.body.extend({
  proposal: z.string(),
  earlyPayment: z.string().nullable(),
  instruction: z.string().nullable(),
});

/** The other party agrees to up to 100 proposals, each in a transaction of its own, side by side. */
export function agreeEarlyPaymentBatchRoute(services: GatewayServices): Route {
  const proposals = proposalReadModel(services.database, "early-payment");
  return defineRoute({
    method: "post",
    path: "/v1/early-payments/batch",
    operationId: "agreeEarlyPaymentBatch",
    summary: "Agree to up to 100 proposals; each is done or refused for itself",
    permission: "member",
    request: { body: z.strictObject({ items }) },
    responses: {
      200: {
        description: "What became of each item, in the order of the request",
        body: z.object({ items: z.array(answer) }),
      },
    },
    amountOf: ({ body: asked }) =>
      stakeOf.many(
        services.database,
        "proposal",
        asked.items.map(({ proposal: id }) => ({ id })),
      ),
    handler: async ({ body: asked, context }) => {
      const identity = context.member();
      const numbers = asked.items.map(({ proposal }) => proposal);
      const rows = await proposals.findAll(numbers, identity.memberId);
      const known = new Map(rows.map((row) => [row.proposal_id, row]));
      const { ref } = context.write();
      const one = async (proposal: bigint, firstStep: number) => {
        const ledger = createRequestLedger(services, context, { firstStep });
        let made: { earlyPayment: bigint; instruction: bigint } | undefined;
        const outcome = await itemOutcome.of(async () => {
          const row = found(known.get(proposal), `proposal ${proposal}`);
          const receipt = await agreeEarlyPayment(ledger, row, identity, ref);
          made = receipt;
          return receipt;
        });
        const { earlyPayment = null, instruction = null } = made ?? {};
        return { proposal, earlyPayment, instruction, ...outcome };
      };
      return { status: 200, body: { items: await Promise.all(numbers.map(one)) } };
    },
  });
}
