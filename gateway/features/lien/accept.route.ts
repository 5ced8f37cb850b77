import { liens } from "@tallystick/sdk";
import { z } from "zod";
import type { GatewayServices } from "../../gatewayServices.ts";
import { createRequestLedger } from "../../ledger/createRequestLedger.ts";
import { defineRoute } from "../../openapi/defineRoute.ts";
import type { Route } from "../../openapi/route.ts";
import { invoiceBody } from "../receivable/invoiceBody.ts";
import { createReferenceBook } from "../reference/createReferenceBook.ts";
import { actingAccount } from "../shared/actingAccount.ts";
import { written } from "../shared/written.ts";
import { writtenBody } from "../shared/writtenBody.ts";
import { lienBody } from "./lienBody.ts";
import { lienParams } from "./lienParams.ts";
import { lienReadModel } from "./lienReadModel.ts";
import { pledgedDocuments } from "./pledgedDocuments.ts";
import { registrationFields } from "./registrationFields.ts";
import { registrationOf } from "./registrationOf.ts";

const body = z
  .strictObject({
    registration: registrationFields.optional(),
    invoices: z.array(invoiceBody).min(1).max(100).optional(),
    actingAccount,
  })
  .prefault({});

/** The secured party accepts, after recomputing every tag of a pledged receivable. */
export function acceptLienRoute(services: GatewayServices): Route {
  const { database } = services;
  const record = createReferenceBook(database);
  return defineRoute({
    method: "post",
    path: "/v1/liens/:lien/acceptance",
    operationId: "acceptLien",
    summary: "Accept what is pledged to you; a receivable's tags are recomputed first",
    permission: "financier",
    request: { params: lienParams, body },
    responses: {
      200: { description: "The lien as it stands now", body: writtenBody.extend(lienBody.shape) },
    },
    handler: async ({ params: { lien }, body: stated, context }) => {
      const { registration, invoices, actingAccount: account } = stated;
      const row = await lienReadModel.row(database, lien);
      const subject = { asset: row.asset, token: row.token_id, invoices };
      const documents = await pledgedDocuments(services, subject);
      const ledger = createRequestLedger(services, context, { account });
      const { ref } = context.write();
      const word = { registration: registrationOf(registration), documents };
      const done = await liens.accept(ledger, { lien, ...word, ref });
      if (registration !== undefined) await record([registration.number]);
      return { status: 200, body: written(done, await lienReadModel.one(database, lien)) };
    },
  });
}
