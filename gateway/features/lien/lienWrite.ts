import type { Ledger, WriteReturnType } from "@tallystick/sdk";
import { z } from "zod";
import type { Permission } from "../../auth/permission.ts";
import type { GatewayServices } from "../../gatewayServices.ts";
import { createRequestLedger } from "../../ledger/createRequestLedger.ts";
import { defineRoute } from "../../openapi/defineRoute.ts";
import type { Route } from "../../openapi/route.ts";
import { actingAccount } from "../shared/actingAccount.ts";
import { stakeOf } from "../shared/stakeOf.ts";
import { written } from "../shared/written.ts";
import { writtenBody } from "../shared/writtenBody.ts";
import { lienBody } from "./lienBody.ts";
import { lienParams } from "./lienParams.ts";
import { lienReadModel } from "./lienReadModel.ts";

/** A verb of a lien, as its route declares it. */
export interface LienVerb<Shape extends z.ZodRawShape> {
  /** Last part of the path: a noun. */
  readonly path: string;
  readonly operationId: string;
  readonly summary: string;
  readonly permission: Permission;
  /** What the body says beside the account that acts. */
  readonly body: Shape;
  readonly write: (
    ledger: Ledger,
    call: { readonly lien: bigint; readonly ref: string },
    stated: z.output<z.ZodObject<Shape>>,
  ) => Promise<WriteReturnType>;
}

/** The route of a verb that makes one call about one lien and answers how that stands afterwards. */
export function lienWrite<Shape extends z.ZodRawShape>(
  services: GatewayServices,
  verb: LienVerb<Shape>,
): Route {
  const { operationId, summary, permission } = verb;
  const acting = z.strictObject({ ...verb.body, actingAccount });
  const body = Object.keys(verb.body).length === 0 ? acting.prefault({} as never) : acting;
  return defineRoute({
    method: "post",
    path: `/v1/liens/:lien/${verb.path}`,
    operationId,
    summary,
    permission,
    request: { params: lienParams, body: body as z.ZodType<Record<string, unknown>> },
    responses: {
      200: {
        description: "The lien as it stands now",
        body: writtenBody.extend(lienBody.shape),
      },
    },
    amountOf: ({ params }) => stakeOf.one(services.database, "lien", params.lien),
    handler: async ({ params: { lien }, body: stated, context }) => {
      const { ref } = context.write();
      const { actingAccount: account, ...its } = stated as { actingAccount?: string };
      const ledger = createRequestLedger(services, context, { account });
      // It was parsed by the very shape that the verb declared.
      const done = await verb.write(ledger, { lien, ref }, its as z.output<z.ZodObject<Shape>>);
      return { status: 200, body: written(done, await lienReadModel.one(services.database, lien)) };
    },
  });
}
