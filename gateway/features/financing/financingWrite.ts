import type { Ledger, WriteReturnType } from "@tallystick/sdk";
import { z } from "zod";
import type { Permission } from "../../auth/permission.ts";
import type { GatewayServices } from "../../gatewayServices.ts";
import { createRequestLedger } from "../../ledger/createRequestLedger.ts";
import { defineRoute } from "../../openapi/defineRoute.ts";
import { ledgerFields } from "../../openapi/ledgerFields.ts";
import type { Route } from "../../openapi/route.ts";
import { stakeOf } from "../shared/stakeOf.ts";
import { written } from "../shared/written.ts";
import { writtenBody } from "../shared/writtenBody.ts";
import { financingBody } from "./financingBody.ts";
import { financingReadModel } from "./financingReadModel.ts";

/** A verb of a financing that takes no words beside its number, as its route declares it. */
export interface FinancingVerb {
  /** Last part of the path: a noun. */
  readonly path: string;
  readonly operationId: string;
  readonly summary: string;
  readonly permission: Permission;
  readonly write: (
    ledger: Ledger,
    call: { readonly financing: bigint; readonly ref: string },
  ) => Promise<WriteReturnType>;
}

/** The route of a verb that makes one call about one financing and answers how that stands afterwards. */
export function financingWrite(services: GatewayServices, verb: FinancingVerb): Route {
  const { operationId, summary, permission } = verb;
  return defineRoute({
    method: "post",
    path: `/v1/financings/:financing/${verb.path}`,
    operationId,
    summary,
    permission,
    request: { params: z.object({ financing: ledgerFields.id }), body: z.object({}).optional() },
    responses: {
      200: {
        description: "The financing as it stands now",
        body: writtenBody.extend(financingBody.shape),
      },
    },
    amountOf: ({ params }) => stakeOf.one(services.database, "financing", params.financing),
    handler: async ({ params: { financing }, context }) => {
      const { ref } = context.write();
      const ledger = createRequestLedger(services, context);
      const receipt = await verb.write(ledger, { financing, ref });
      const state = await financingReadModel.one(services.database, financing);
      return { status: 200, body: written(receipt, state) };
    },
  });
}
