import type { ContractRunner } from "ethers";
import { type Authority, AuthorityFactory } from "./authorityFactory.ts";
import {
  type CertificateMetadata,
  CertificateMetadataFactory,
} from "./certificateMetadataFactory.ts";
import { type Claims, ClaimsFactory } from "./claimsFactory.ts";
import {
  type CreditCertificatesContract,
  connectCreditCertificates,
} from "./connectCreditCertificates.ts";
import {
  connectWarehouseReceipts,
  type WarehouseReceiptsContract,
} from "./connectWarehouseReceipts.ts";
import type { LedgerAddresses } from "./deployment.ts";
import { type DocumentAnchors, DocumentAnchorsFactory } from "./documentAnchorsFactory.ts";
import { type EarlyPayments, EarlyPaymentsFactory } from "./earlyPaymentsFactory.ts";
import { type Factoring, FactoringFactory } from "./factoringFactory.ts";
import { type Liens, LiensFactory } from "./liensFactory.ts";
import { type Members, MembersFactory } from "./membersFactory.ts";
import { type ReceiptMetadata, ReceiptMetadataFactory } from "./receiptMetadataFactory.ts";
import { type Receivables, ReceivablesFactory } from "./receivablesFactory.ts";
import { type Rules, RulesFactory } from "./rulesFactory.ts";
import { type Settlement, SettlementFactory } from "./settlementFactory.ts";
import { type SettlementRuns, SettlementRunsFactory } from "./settlementRunsFactory.ts";
import { type Warehouses, WarehousesFactory } from "./warehousesFactory.ts";

/** The contracts of one ledger, ready to be called. */
export type LedgerContracts = {
  readonly authority: Authority;
  readonly members: Members;
  readonly rules: Rules;
  readonly claims: Claims;
  readonly certificateMetadata: CertificateMetadata;
  readonly creditCertificates: CreditCertificatesContract;
  readonly receivables: Receivables;
  readonly settlement: Settlement;
  readonly settlementRuns: SettlementRuns;
  readonly earlyPayments: EarlyPayments;
  readonly factoring: Factoring;
  readonly documentAnchors: DocumentAnchors;
  readonly warehouses: Warehouses;
  readonly receiptMetadata: ReceiptMetadata;
  readonly warehouseReceipts: WarehouseReceiptsContract;
  readonly liens: Liens;
};

/**
 * The contracts of one ledger.
 *
 * @param runner who calls: a provider reads, a signer also writes
 */
export function connectLedger(
  at: LedgerAddresses,
  runner?: ContractRunner | null,
): LedgerContracts {
  return {
    authority: AuthorityFactory.connect(at.authority, runner),
    members: MembersFactory.connect(at.members, runner),
    rules: RulesFactory.connect(at.rules, runner),
    claims: ClaimsFactory.connect(at.claims, runner),
    certificateMetadata: CertificateMetadataFactory.connect(at.certificateMetadata, runner),
    creditCertificates: connectCreditCertificates(at.creditCertificates, runner),
    receivables: ReceivablesFactory.connect(at.receivables, runner),
    settlement: SettlementFactory.connect(at.settlement, runner),
    settlementRuns: SettlementRunsFactory.connect(at.settlementRuns, runner),
    earlyPayments: EarlyPaymentsFactory.connect(at.earlyPayments, runner),
    factoring: FactoringFactory.connect(at.factoring, runner),
    documentAnchors: DocumentAnchorsFactory.connect(at.documentAnchors, runner),
    warehouses: WarehousesFactory.connect(at.warehouses, runner),
    receiptMetadata: ReceiptMetadataFactory.connect(at.receiptMetadata, runner),
    warehouseReceipts: connectWarehouseReceipts(at.warehouseReceipts, runner),
    liens: LiensFactory.connect(at.liens, runner),
  };
}
