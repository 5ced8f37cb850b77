import { type InvoiceDocument, type ReceivableTerms, receivableTerms } from "@tallystick/sdk";
import { ZeroHash } from "ethers";
import type { z } from "zod";
import type { GatewayServices } from "../../gatewayServices.ts";
import { readKeyEpochs } from "../../tags/readKeyEpochs.ts";
import type { termsBody } from "./termsBody.ts";

/**
 * Terms as the ledger takes them, from a request and its documents, with tags under every epoch that the ledger asks for.
 * The stated amount stays: the ledger adds up.
 */
export async function termsOf(
  services: Pick<GatewayServices, "database" | "tags" | "tagSources">,
  body: z.output<typeof termsBody>,
  documents: readonly InvoiceDocument[],
  salt: string,
): Promise<ReceivableTerms> {
  const terms = await receivableTerms({
    obligor: body.obligor,
    creditor: body.creditor,
    currency: body.currency,
    deliveryDay: body.deliveryDate,
    contractDueDay: body.contractDueDate,
    dueDay: body.dueDate,
    documentRoot: body.documentRoot,
    defenceWaiver: body.defenceWaiver,
    noticeByLedger: body.noticeByLedger,
    longTermReason: body.longTermReason ?? ZeroHash,
    obligorInterestShare: body.obligorInterestShareBasisPoints,
    fees: body.fees.map(({ amountMinor: amount, ...fee }) => ({ ...fee, amount })),
    salt,
    invoices: documents,
    tagSources: services.tagSources,
    epochs: await readKeyEpochs(services),
  });
  return { ...terms, amount: body.amountMinor };
}
