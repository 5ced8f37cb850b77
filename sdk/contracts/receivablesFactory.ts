export { Receivables__factory as ReceivablesFactory } from "../generated/factories/receivable/Receivables__factory.ts";
export type { Receivables } from "../generated/receivable/Receivables.ts";
