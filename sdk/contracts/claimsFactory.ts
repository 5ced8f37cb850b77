export type { Claims } from "../generated/claim/Claims.ts";
export { Claims__factory as ClaimsFactory } from "../generated/factories/claim/Claims__factory.ts";
