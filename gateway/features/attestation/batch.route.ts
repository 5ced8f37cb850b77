import { z } from "zod";
import type { GatewayServices } from "../../gatewayServices.ts";
import { createRequestLedger } from "../../ledger/createRequestLedger.ts";
import { defineRoute } from "../../openapi/defineRoute.ts";
import { ledgerFields } from "../../openapi/ledgerFields.ts";
import type { Route } from "../../openapi/route.ts";
import { createReferenceBook } from "../reference/createReferenceBook.ts";
import { itemOutcome } from "../shared/itemOutcome.ts";
import { stakeOf } from "../shared/stakeOf.ts";
import { attestedInstructions } from "./attestedInstructions.ts";
import { attestInstruction } from "./attestInstruction.ts";
import { outcomeFields } from "./outcomeFields.ts";

const item = z.strictObject({ instruction: ledgerFields.id, ...outcomeFields });
const answer = itemOutcome.body.extend({
  instruction: z.string(),
  unmatched: z.string().nullable().describe("Number of the unmatched payment, if any"),
});

/** The outcomes of up to 100 instructions at once, each in a transaction of its own, side by side. */
export function attestBatchRoute(services: GatewayServices): Route {
  const record = createReferenceBook(services.database);
  return defineRoute({
    method: "post",
    path: "/v1/attestations/batch",
    operationId: "attestBatch",
    summary: "Attest up to 100 instructions; each is done or refused for itself",
    permission: "settlement-bank",
    request: { body: z.strictObject({ items: z.array(item).min(1).max(100) }) },
    responses: {
      200: {
        description: "What became of each item, in the order of the request",
        body: z.object({ items: z.array(answer) }),
      },
    },
    amountOf: ({ body }) =>
      stakeOf.many(
        services.database,
        "instruction",
        body.items.map(({ instruction: id, amountMinor: amount }) => ({ id, amount })),
      ),
    handler: async ({ body: { items }, context }) => {
      const asked = items.map(({ instruction }) => instruction);
      const { memberId } = context.member();
      const terms = await attestedInstructions(services.database, asked, memberId);
      const { ref } = context.write();
      const one = async (stated: (typeof items)[number], firstStep: number) => {
        const { instruction } = stated;
        const ledger = createRequestLedger(services, context, { firstStep });
        let unmatched: bigint | null = null;
        const outcome = await itemOutcome.of(async () => {
          const attested = await attestInstruction(ledger, terms, instruction, stated, ref);
          unmatched = attested.unmatched ?? null;
          return attested;
        });
        return { instruction, unmatched, ...outcome };
      };
      const outcomes = await Promise.all(items.map(one));
      await record(items.map(({ bankReference }) => bankReference));
      return { status: 200, body: { items: outcomes } };
    },
  });
}
