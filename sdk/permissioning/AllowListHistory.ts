import { getAddress } from "ethers";
import { type AllowListName, allowListAddresses } from "./allowListAddresses.ts";
import { allowListInterface } from "./allowListInterface.ts";
import { allowListRoles } from "./allowListRoles.ts";

/** A log, as far as the lists' history needs it. */
export type PermissionLog = {
  readonly address: string;
  readonly topics: readonly string[];
  readonly data: string;
};

/** Roles by checksummed address, as plain data. Addresses whose role ended stay, with role 0. */
export type AllowListRolesOf = Readonly<Record<AllowListName, Readonly<Record<string, number>>>>;

/**
 * Who was ever on the chain's lists. The lists can't be enumerated, so this is folded from what the genesis file gave
 * and from every `RoleSet` after it.
 */
export class AllowListHistory {
  readonly #roles: Readonly<Record<AllowListName, Map<string, number>>>;

  constructor({ transactions, deployers }: AllowListRolesOf = { transactions: {}, deployers: {} }) {
    this.#roles = {
      transactions: new Map(Object.entries(transactions)),
      deployers: new Map(Object.entries(deployers)),
    };
  }

  /** Takes the next log; false when it is no change of a list. */
  take({ address, topics, data }: PermissionLog): boolean {
    const at = address.toLowerCase();
    const list = (["transactions", "deployers"] as const).find(
      (name) => allowListAddresses[name] === at,
    );
    if (list === undefined) return false;
    const event = allowListInterface.parseLog({ topics: [...topics], data });
    if (event?.name !== "RoleSet") return false;
    this.#roles[list].set(getAddress(String(event.args["account"])), Number(event.args["role"]));
    return true;
  }

  /** Every address that ever had a role, and the one it has now. */
  rolesIn(list: AllowListName): ReadonlyMap<string, number> {
    return this.#roles[list];
  }

  /** Addresses that are administrators of a list. */
  adminsOf(list: AllowListName): readonly string[] {
    return [...this.#roles[list]]
      .filter(([, role]) => role === allowListRoles.admin)
      .map(([address]) => address);
  }

  save(): AllowListRolesOf {
    return {
      transactions: Object.fromEntries(this.#roles.transactions),
      deployers: Object.fromEntries(this.#roles.deployers),
    };
  }
}
