export type { Authority } from "../generated/access/Authority.ts";
export { Authority__factory as AuthorityFactory } from "../generated/factories/access/Authority__factory.ts";
