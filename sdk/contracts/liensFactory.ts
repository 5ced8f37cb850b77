export { Liens__factory as LiensFactory } from "../generated/factories/finance/Liens__factory.ts";
export type { Liens } from "../generated/finance/Liens.ts";
