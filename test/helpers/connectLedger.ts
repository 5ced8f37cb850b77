import type { Signer } from "ethers";
import { type Authority, AuthorityFactory } from "../../sdk/contracts/authorityFactory.ts";
import type { LedgerAddresses } from "../../sdk/contracts/deployment.ts";
import { type Members, MembersFactory } from "../../sdk/contracts/membersFactory.ts";
import { type Rules, RulesFactory } from "../../sdk/contracts/rulesFactory.ts";

export type LedgerContracts = {
  readonly authority: Authority;
  readonly members: Members;
  readonly rules: Rules;
};

/** The contracts of a ledger, called by `signer` unless a test connects another one. */
export function connectLedger(addresses: LedgerAddresses, signer: Signer): LedgerContracts {
  return {
    authority: AuthorityFactory.connect(addresses.authority, signer),
    members: MembersFactory.connect(addresses.members, signer),
    rules: RulesFactory.connect(addresses.rules, signer),
  };
}
