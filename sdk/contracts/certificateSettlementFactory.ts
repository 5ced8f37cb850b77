export { CertificateSettlement__factory as CertificateSettlementFactory } from "../generated/factories/receivable/CertificateSettlement__factory.ts";
export type { CertificateSettlement } from "../generated/receivable/CertificateSettlement.ts";
