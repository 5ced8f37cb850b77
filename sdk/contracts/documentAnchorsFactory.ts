export type { DocumentAnchors } from "../generated/evidence/DocumentAnchors.ts";
export { DocumentAnchors__factory as DocumentAnchorsFactory } from "../generated/factories/evidence/DocumentAnchors__factory.ts";
