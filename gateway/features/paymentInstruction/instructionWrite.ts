import type { Ledger, WriteReturnType } from "@tallystick/sdk";
import { z } from "zod";
import type { Permission } from "../../auth/permission.ts";
import type { GatewayServices } from "../../gatewayServices.ts";
import { createRequestLedger } from "../../ledger/createRequestLedger.ts";
import { defineRoute } from "../../openapi/defineRoute.ts";
import { ledgerFields } from "../../openapi/ledgerFields.ts";
import type { Route } from "../../openapi/route.ts";
import { stakeOf } from "../shared/stakeOf.ts";
import { writtenBody } from "../shared/writtenBody.ts";
import { instructionBody } from "./instructionBody.ts";
import { instructionReadModel } from "./instructionReadModel.ts";

/** A verb of an instruction, as its route declares it. */
export interface InstructionVerb<Body extends z.ZodType> {
  /** Last part of the path: a noun. */
  readonly path: string;
  readonly operationId: string;
  readonly summary: string;
  readonly permission: Permission;
  readonly body: Body;
  /** Makes the one call; `ref` goes into it. */
  readonly write: (
    ledger: Ledger,
    call: { readonly instruction: bigint; readonly ref: string; readonly body: z.output<Body> },
  ) => Promise<WriteReturnType>;
}

/** The route of a verb that makes one call about one instruction and answers how that stands afterwards. */
export function instructionWrite<const Body extends z.ZodType>(
  services: GatewayServices,
  verb: InstructionVerb<Body>,
): Route {
  const instructions = instructionReadModel(services.database);
  const { operationId, summary, permission } = verb;
  return defineRoute({
    method: "post",
    path: `/v1/payment-instructions/:instruction/${verb.path}`,
    operationId,
    summary,
    permission,
    request: { params: z.object({ instruction: ledgerFields.id }), body: verb.body },
    responses: {
      200: {
        description: "The instruction as it stands now",
        body: z.object({ ...writtenBody.shape, ...instructionBody.shape }),
      },
    },
    amountOf: ({ params }) => stakeOf.one(services.database, "instruction", params.instruction),
    handler: async ({ params: { instruction }, body, context }) => {
      const { ref } = context.write();
      const ledger = createRequestLedger(services, context);
      const call = { instruction, ref, body: body as z.output<Body> };
      const { transactionHash, blockNumber } = await verb.write(ledger, call);
      const state = await instructions.find(instruction, context.member().memberId);
      return { status: 200, body: { transactionHash, blockNumber, ...state } };
    },
  });
}
