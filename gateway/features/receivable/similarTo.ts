import type { ApproximateInvoice, InvoiceDocument } from "@tallystick/sdk";
import type { z } from "zod";
import type { GatewayServices } from "../../gatewayServices.ts";
import { partyIdOf } from "../shared/partyIdOf.ts";
import type { termsBody } from "./termsBody.ts";

type Terms = Pick<z.output<typeof termsBody>, "obligor" | "currency" | "deliveryDate" | "invoices">;

/** What invoices of a registration are compared by: addressed to the obligor, issued on delivery unless they say when. */
export async function similarTo(
  { database }: Pick<GatewayServices, "database">,
  { obligor, currency, deliveryDate, invoices }: Terms,
  documents: readonly InvoiceDocument[],
): Promise<readonly ApproximateInvoice[]> {
  const buyerId = await partyIdOf(database, obligor).catch(() => undefined);
  // Nobody here knows who the obligor is outside the ledger: then nothing can be compared.
  if (buyerId === undefined) return [];
  return documents.map(({ sellerId, face: amount }, index) => {
    const issued = invoices[index]?.issuedDate ?? deliveryDate;
    return { sellerId, buyerId, amount, currency, issued };
  });
}
