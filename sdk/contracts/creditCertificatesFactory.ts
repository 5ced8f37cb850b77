export { CreditCertificates__factory as CreditCertificatesFactory } from "../generated/factories/receivable/CreditCertificates__factory.ts";
export type { CreditCertificates } from "../generated/receivable/CreditCertificates.ts";
