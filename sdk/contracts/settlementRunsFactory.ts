export { SettlementRuns__factory as SettlementRunsFactory } from "../generated/factories/settlement/SettlementRuns__factory.ts";
export type { SettlementRuns } from "../generated/settlement/SettlementRuns.ts";
