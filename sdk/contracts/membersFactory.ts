export type { Members } from "../generated/access/Members.ts";
export { Members__factory as MembersFactory } from "../generated/factories/access/Members__factory.ts";
