import { certificates } from "@tallystick/sdk";
import { z } from "zod";
import type { GatewayServices } from "../../gatewayServices.ts";
import { createRequestLedger } from "../../ledger/createRequestLedger.ts";
import { gasOfMany } from "../../ledger/gasOfMany.ts";
import { defineRoute } from "../../openapi/defineRoute.ts";
import { fields } from "../../openapi/fields.ts";
import { ledgerFields } from "../../openapi/ledgerFields.ts";
import type { Route } from "../../openapi/route.ts";
import { actingAccount } from "../shared/actingAccount.ts";
import { stakeOf } from "../shared/stakeOf.ts";
import { upTo } from "../shared/upTo.ts";
import { written } from "../shared/written.ts";
import { writtenBody } from "../shared/writtenBody.ts";
import { certificateBody } from "./certificateBody.ts";
import { certificateParams } from "./certificateParams.ts";
import { certificateReadModel } from "./certificateReadModel.ts";

const pass = z.strictObject({
  to: fields.memberId,
  valueMinor: ledgerFields.amountMinor,
  tradeReference: fields.digest,
});

/** Passes parts of one certificate to many members, all or none. */
export function transferBatchRoute(services: GatewayServices): Route {
  return defineRoute({
    method: "post",
    path: "/v1/certificates/:certificate/transfer-batches",
    operationId: "transferCertificateBatch",
    summary: "Pass parts to up to 200 members in one transaction, all or none",
    permission: "member",
    request: {
      params: certificateParams,
      body: z.strictObject({ passes: upTo(200, pass), actingAccount }),
    },
    responses: {
      201: {
        description: "The recipients' certificates, in the order of the passes",
        body: writtenBody.extend({ items: z.array(certificateBody) }),
      },
    },
    amountOf: ({ params, body }) =>
      stakeOf.many(
        services.database,
        "certificate",
        body.passes.map(({ to: party, valueMinor: amount }) => ({
          id: params.certificate,
          amount,
          party,
        })),
      ),
    handler: async ({ params: { certificate }, body, context }) => {
      const gasLimit = gasOfMany(services, "passes", body.passes.length);
      const { actingAccount: account } = body;
      const ledger = createRequestLedger(services, context, { account, gasLimit });
      const passes = body.passes.map(({ valueMinor: value, ...rest }) => ({ ...rest, value }));
      const { ref } = context.write();
      const done = await certificates.transferBatch(ledger, { certificate, passes, ref });
      const items = await certificateReadModel.several(services.database, done.certificates);
      return { status: 201, body: written(done, { items }) };
    },
  });
}
