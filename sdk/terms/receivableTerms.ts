import { hexlify, randomBytes, ZeroHash } from "ethers";
import type { KeyEpochs } from "../tags/keyEpochs.ts";
import type { TagSources } from "../tags/TagSources.ts";
import { unblindedTagSources } from "../tags/unblindedTagSources.ts";
import { earlierTags } from "./earlierTags.ts";
import type { InvoiceDocument } from "./invoiceDocument.ts";
import { invoiceUses } from "./invoiceUses.ts";
import type { ReceivableTerms } from "./terms.ts";

type Optional =
  | "longTermReason"
  | "obligorInterestShare"
  | "fees"
  | "salt"
  | "defenceWaiver"
  | "noticeByLedger";

export type ReceivableTermsParameters = Omit<
  ReceivableTerms,
  "invoices" | "earlier" | "epoch" | "amount" | Optional
> &
  Partial<Pick<ReceivableTerms, Optional>> & {
    /** The documents themselves; their used parts add up to the amount. */
    readonly invoices: readonly InvoiceDocument[];
    /** Who knows the tags' keys; epoch 0, unblinded, by default. */
    readonly tagSources?: TagSources;
    /** Epochs under which tags are presented, from `claims.getEpochs`; epoch 0 alone by default. */
    readonly epochs?: KeyEpochs;
  };

/**
 * Terms of a receivable from the invoices that it is made of. Unless told otherwise nothing is waived, notice is given
 * by the ledger, no fee is charged, the obligor bears no interest and the salt is random.
 *
 * @throws IdentityError for an invoice that can't be identified; TagError for tags that can't be made
 *
 * @example
 * import { receivableTerms } from "@tallystick/sdk";
 *
 * const terms = await receivableTerms({
 *   obligor: who.obligor,
 *   creditor: who.supplier,
 *   currency: "CNY",
 *   deliveryDay: "2026-11-20",
 *   contractDueDay: "2027-01-20",
 *   dueDay: "2027-01-15",
 *   documentRoot: scene.digest("contract, delivery note, inspection"),
 *   invoices: [
 *     { sellerId: { scheme: "local", id: "acme" }, number: "2026-17", face: 500_00n },
 *     { sellerId: { scheme: "local", id: "acme" }, number: "2026-18", face: 900_00n, used: 250_00n },
 *   ],
 * });
 * terms.amount // => 750_00n
 * terms.epoch // => 0
 */
export async function receivableTerms(
  parameters: ReceivableTermsParameters,
): Promise<ReceivableTerms> {
  const { invoices: documents, tagSources = unblindedTagSources, epochs, ...given } = parameters;
  const { current, earlier } = epochs ?? { current: 0, earlier: [] };
  const invoices = await invoiceUses(documents, tagSources.at(current));
  return {
    defenceWaiver: false,
    noticeByLedger: true,
    longTermReason: ZeroHash,
    obligorInterestShare: 0,
    fees: [],
    salt: hexlify(randomBytes(32)),
    ...given,
    amount: invoices.reduce((sum, { used }) => sum + used, 0n),
    epoch: current,
    invoices,
    earlier: await earlierTags(documents, tagSources, earlier),
  };
}
