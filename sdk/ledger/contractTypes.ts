import type { Authority } from "../generated/access/Authority.ts";
import type { Members } from "../generated/access/Members.ts";
import type { Rules } from "../generated/access/Rules.ts";
import type { Claims } from "../generated/claim/Claims.ts";
import type { DocumentAnchors } from "../generated/evidence/DocumentAnchors.ts";
import type { Factoring } from "../generated/finance/Factoring.ts";
import type { Liens } from "../generated/finance/Liens.ts";
import type { CertificateMetadata } from "../generated/receivable/CertificateMetadata.ts";
import type { CertificateSettlement } from "../generated/receivable/CertificateSettlement.ts";
import type { CreditCertificates } from "../generated/receivable/CreditCertificates.ts";
import type { Receivables } from "../generated/receivable/Receivables.ts";
import type { EarlyPayments } from "../generated/settlement/EarlyPayments.ts";
import type { Settlement } from "../generated/settlement/Settlement.ts";
import type { SettlementRuns } from "../generated/settlement/SettlementRuns.ts";
import type { ReceiptDelivery } from "../generated/warehouse/ReceiptDelivery.ts";
import type { ReceiptMetadata } from "../generated/warehouse/ReceiptMetadata.ts";
import type { WarehouseReceipts } from "../generated/warehouse/WarehouseReceipts.ts";
import type { Warehouses } from "../generated/warehouse/Warehouses.ts";

/**
 * The contracts of a ledger by the names that a deployment gives their addresses under. Types only: no bytecode comes
 * with them.
 */
export type ContractTypes = {
  readonly authority: Authority;
  readonly members: Members;
  readonly rules: Rules;
  readonly claims: Claims;
  readonly receivables: Receivables;
  /** One address, two bytecodes: see `CreditCertificates.sol`. */
  readonly creditCertificates: CreditCertificates & CertificateSettlement;
  readonly certificateMetadata: CertificateMetadata;
  readonly settlement: Settlement;
  readonly settlementRuns: SettlementRuns;
  readonly earlyPayments: EarlyPayments;
  readonly factoring: Factoring;
  readonly documentAnchors: DocumentAnchors;
  readonly warehouses: Warehouses;
  readonly receiptMetadata: ReceiptMetadata;
  /** One address, two bytecodes: see `WarehouseReceipts.sol`. */
  readonly warehouseReceipts: WarehouseReceipts & ReceiptDelivery;
  readonly liens: Liens;
};

/** Name of one contract of a ledger. */
export type ContractName = keyof ContractTypes;
