import type { Ledger, WriteReturnType } from "@tallystick/sdk";
import type { GatewayServices } from "../../gatewayServices.ts";
import type { RequestContext } from "../../http/requestContext.ts";
import { createRequestLedger } from "../../ledger/createRequestLedger.ts";
import type { RouteAnswer, RouteResponse } from "../../openapi/route.ts";
import { written } from "../shared/written.ts";
import { writtenBody } from "../shared/writtenBody.ts";
import { progressBody } from "./progressBody.ts";
import { readProgress } from "./readProgress.ts";

/** What the verbs of settlement that anyone may use have in common. */
export const progressWrite = {
  responses: {
    200: {
      description: "How the settlement stands now",
      body: writtenBody.extend(progressBody.shape),
    } satisfies RouteResponse,
  },

  /** Makes the one call and answers how the receivable's settlement stands afterwards. */
  async run(
    services: GatewayServices,
    context: RequestContext,
    receivable: number,
    write: (ledger: Ledger, ref: string) => Promise<WriteReturnType>,
  ): Promise<RouteAnswer> {
    const receipt = await write(createRequestLedger(services, context), context.write().ref);
    const progress = await readProgress(services.database, receivable);
    return { status: 200, body: written(receipt, progress) };
  },
} as const;
