import { z } from "zod";
import type { GatewayServices } from "../../gatewayServices.ts";
import { stepLedger } from "../../ledger/stepLedger.ts";
import { defineRoute } from "../../openapi/defineRoute.ts";
import { ledgerFields } from "../../openapi/ledgerFields.ts";
import type { Route } from "../../openapi/route.ts";
import { batchResult } from "../batch/batchResult.ts";
import { runBatch } from "../batch/runBatch.ts";
import { recordReferences } from "../reference/recordReferences.ts";
import { writtenBody } from "../shared/writtenBody.ts";
import { attestedInstructions } from "./attestedInstructions.ts";
import { attestInstruction } from "./attestInstruction.ts";
import { outcomeFields } from "./outcomeFields.ts";

const item = z.object({ instruction: ledgerFields.id, ...outcomeFields });

/** The outcomes of up to 100 instructions at once, each in a transaction of its own. */
export function attestBatchRoute(services: GatewayServices): Route {
  return defineRoute({
    method: "post",
    path: "/v1/attestations/batch",
    operationId: "attestBatch",
    summary: "Attest up to 100 instructions; each is done or refused for itself",
    permission: "settlement-bank",
    request: { body: z.object({ items: z.array(item).min(1).max(100) }) },
    responses: {
      200: {
        description: "What became of each item, in the order of the request",
        body: batchResult({
          ...writtenBody.shape,
          instruction: z.string(),
          unmatched: z.string().nullable(),
        }),
      },
    },
    handler: async ({ body: { items }, context }) => {
      const { memberId } = context.member();
      const asked = items.map(({ instruction }) => instruction);
      const terms = await attestedInstructions(services.database, asked, memberId);
      const { ref } = context.write();
      const body = await runBatch(items, context.requestId, async (each, step) => {
        const ledger = stepLedger(services, context, step);
        const { instruction } = each;
        const attested = await attestInstruction(ledger, terms, instruction, each, ref);
        const { transactionHash, blockNumber, unmatched = null } = attested;
        return { transactionHash, blockNumber, instruction, unmatched };
      });
      const references = items.map(({ bankReference }) => bankReference);
      return {
        status: 200,
        body,
        commit: (transaction) => recordReferences(transaction, references),
      };
    },
  });
}
