export { Settlement__factory as SettlementFactory } from "../generated/factories/settlement/Settlement__factory.ts";
export type { Settlement } from "../generated/settlement/Settlement.ts";
