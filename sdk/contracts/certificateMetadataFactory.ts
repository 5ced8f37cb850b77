export { CertificateMetadata__factory as CertificateMetadataFactory } from "../generated/factories/receivable/CertificateMetadata__factory.ts";
export type { CertificateMetadata } from "../generated/receivable/CertificateMetadata.ts";
