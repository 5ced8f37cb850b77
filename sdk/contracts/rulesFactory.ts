export type { Rules } from "../generated/access/Rules.ts";
export { Rules__factory as RulesFactory } from "../generated/factories/access/Rules__factory.ts";
