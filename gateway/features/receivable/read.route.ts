import type { Identity } from "../../auth/identity.ts";
import { isOverseer } from "../../auth/isOverseer.ts";
import { policies } from "../../auth/policies.ts";
import type { GatewayServices } from "../../gatewayServices.ts";
import { defineRoute } from "../../openapi/defineRoute.ts";
import type { Route } from "../../openapi/route.ts";
import { memberRefs } from "../shared/memberRefs.ts";
import { creditNotesOf } from "./creditNotesOf.ts";
import { invoiceDocuments } from "./invoiceDocuments.ts";
import { receivableDetailBody } from "./receivableDetailBody.ts";
import { receivableParams } from "./receivableParams.ts";
import { receivableReadModel } from "./receivableReadModel.ts";
import type { ReceivableRow } from "./receivableRow.ts";
import { settlementOf } from "./settlementOf.ts";
import { showReceivable } from "./showReceivable.ts";
import { storedTerms } from "./storedTerms.ts";
import { talliesOf } from "./talliesOf.ts";

/** Holders see the receivable; what the parties' invoices are called is not their business. */
function seesInvoices(identity: Identity, row: ReceivableRow): boolean {
  const isParty = [row.obligor, row.creditor].includes(BigInt(identity.memberId));
  return isParty || isOverseer(identity);
}

/** One receivable with its invoices, fees and settlement. */
export function readReceivableRoute({ database }: GatewayServices): Route {
  return defineRoute({
    method: "get",
    path: "/v1/receivables/:receivable",
    operationId: "readReceivable",
    summary: "A receivable with its invoices, fees and settlement",
    permission: policies(database).read("receivable"),
    request: { params: receivableParams },
    responses: { 200: { description: "The receivable", body: receivableDetailBody } },
    handler: async ({ params: { receivable }, context }) => {
      const row = await receivableReadModel.row(database, receivable);
      const terms = storedTerms(row.terms);
      const { invoices, fees } = terms;
      const tallies = await talliesOf(database, terms);
      const isParty = seesInvoices(context.member(), row);
      const documents = isParty ? await invoiceDocuments.find(database, receivable) : undefined;
      const payers = fees.map(({ payer }) => payer);
      const refOf = await memberRefs(database, [row.obligor, row.creditor, ...payers]);
      const body = {
        ...showReceivable(row, refOf),
        invoices: invoices.map(({ tag, face, used }, index) => ({
          tag,
          faceMinor: face,
          usedMinor: used,
          leftMinor: tallies.get(tag)?.exists ?? face,
          short: tallies.get(tag)?.short ?? false,
          number: documents?.[index]?.number ?? null,
          code: documents?.[index]?.code ?? null,
          sellerId: documents?.[index]?.sellerId ?? null,
        })),
        creditNotes: await creditNotesOf(database, receivable),
        fees: fees.map(({ kind, payer, amount }) => ({
          kind,
          payer: refOf(payer),
          amountMinor: amount,
        })),
        settlement: await settlementOf(database, receivable),
      };
      return { status: 200, body };
    },
  });
}
