export { Factoring__factory as FactoringFactory } from "../generated/factories/finance/Factoring__factory.ts";
export type { Factoring } from "../generated/finance/Factoring.ts";
