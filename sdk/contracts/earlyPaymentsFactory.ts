export { EarlyPayments__factory as EarlyPaymentsFactory } from "../generated/factories/settlement/EarlyPayments__factory.ts";
export type { EarlyPayments } from "../generated/settlement/EarlyPayments.ts";
