import { AuthorityFactory } from "../../sdk/contracts/authorityFactory.ts";
import { MembersFactory } from "../../sdk/contracts/membersFactory.ts";
import { RulesFactory } from "../../sdk/contracts/rulesFactory.ts";

/** The contracts of a ledger in the order in which they are deployed: the n-th one takes the n-th nonce. */
export const ledgerContracts = {
  authority: AuthorityFactory,
  members: MembersFactory,
  rules: RulesFactory,
} as const;
