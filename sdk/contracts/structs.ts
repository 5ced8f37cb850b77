import type { IMemberEvents } from "../generated/access/Members.ts";
import type { IRules } from "../generated/access/Rules.ts";
import type { IFactoringEvents } from "../generated/finance/Factoring.ts";
import type { ISplitToken } from "../generated/receivable/CreditCertificates.ts";
import type {
  IClaims,
  IReceivables,
  IReceivableTerms,
} from "../generated/receivable/Receivables.ts";
import type { IEarlyPayments } from "../generated/settlement/EarlyPayments.ts";
import type { ISettlement } from "../generated/settlement/Settlement.ts";

/** What an operator states about a new member (`IMembers.admit`). */
export type Admission = IMemberEvents.AdmissionStruct;
/** One version of the governed parameters (`IRules.schedule`). */
export type RulesVersion = IRules.VersionStruct;
/** Every term of a receivable (`IReceivables.register`). */
export type ReceivableTerms = IReceivableTerms.TermsStruct;
/** One invoice of a receivable: its tag, its face and what of it is used. */
export type InvoiceUse = IClaims.UseStruct;
/** A party's signature beside the account that made it. */
export type PartySignature = IReceivables.SignatureStruct;
/** What a recipient signs to take one pass. */
export type PassAcceptance = ISplitToken.AcceptanceStruct;
/** One recipient of a batch. */
export type Pass = ISplitToken.PassStruct;
/** A financier's quote. */
export type FinancingQuote = IFactoringEvents.QuoteStruct;
/** What a settlement bank attests. */
export type PaymentAttestation = ISettlement.AttestationStruct;
/** What obligor and holder agree on before the due day. */
export type EarlyPaymentTerms = IEarlyPayments.EarlyPaymentStruct;
/** What obligor and holder retire to a bill. */
export type RetirementTerms = IEarlyPayments.RetirementStruct;
