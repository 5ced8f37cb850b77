import { AuthorityFactory } from "../../sdk/contracts/authorityFactory.ts";
import { CertificateMetadataFactory } from "../../sdk/contracts/certificateMetadataFactory.ts";
import { CertificateSettlementFactory } from "../../sdk/contracts/certificateSettlementFactory.ts";
import { ClaimsFactory } from "../../sdk/contracts/claimsFactory.ts";
import { CreditCertificatesFactory } from "../../sdk/contracts/creditCertificatesFactory.ts";
import { DocumentAnchorsFactory } from "../../sdk/contracts/documentAnchorsFactory.ts";
import { EarlyPaymentsFactory } from "../../sdk/contracts/earlyPaymentsFactory.ts";
import { FactoringFactory } from "../../sdk/contracts/factoringFactory.ts";
import { LiensFactory } from "../../sdk/contracts/liensFactory.ts";
import { MembersFactory } from "../../sdk/contracts/membersFactory.ts";
import { ReceiptDeliveryFactory } from "../../sdk/contracts/receiptDeliveryFactory.ts";
import { ReceiptMetadataFactory } from "../../sdk/contracts/receiptMetadataFactory.ts";
import { ReceivablesFactory } from "../../sdk/contracts/receivablesFactory.ts";
import { RulesFactory } from "../../sdk/contracts/rulesFactory.ts";
import { SettlementFactory } from "../../sdk/contracts/settlementFactory.ts";
import { SettlementRunsFactory } from "../../sdk/contracts/settlementRunsFactory.ts";
import { WarehouseReceiptsFactory } from "../../sdk/contracts/warehouseReceiptsFactory.ts";
import { WarehousesFactory } from "../../sdk/contracts/warehousesFactory.ts";

/** The contracts of a ledger in the order in which they are deployed: the n-th one takes the n-th nonce. */
export const ledgerContracts = {
  authority: AuthorityFactory,
  members: MembersFactory,
  rules: RulesFactory,
  claims: ClaimsFactory,
  certificateMetadata: CertificateMetadataFactory,
  certificateSettlement: CertificateSettlementFactory,
  creditCertificates: CreditCertificatesFactory,
  receivables: ReceivablesFactory,
  settlement: SettlementFactory,
  settlementRuns: SettlementRunsFactory,
  earlyPayments: EarlyPaymentsFactory,
  factoring: FactoringFactory,
  documentAnchors: DocumentAnchorsFactory,
  warehouses: WarehousesFactory,
  receiptDelivery: ReceiptDeliveryFactory,
  receiptMetadata: ReceiptMetadataFactory,
  warehouseReceipts: WarehouseReceiptsFactory,
  liens: LiensFactory,
} as const;
