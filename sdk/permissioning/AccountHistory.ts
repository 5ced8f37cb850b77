import { getAddress } from "ethers";
import { ledgerInterfaces } from "../events/ledgerInterfaces.ts";
import type { PermissionLog } from "./AllowListHistory.ts";

/** An account of a member, now or once. */
export type MemberAccount = {
  /** Checksummed. */
  readonly account: string;
  readonly member: number;
  /** Block time in seconds from which it acts. */
  readonly activeFrom: number;
  /** Block time in seconds at which it ended. */
  readonly endedAt: number | undefined;
};

/** All accounts that members ever had, folded from the events of `Members`. */
export class AccountHistory {
  readonly #accounts = new Map<string, MemberAccount>();

  /** Takes the next log of `Members`, with its block's time in seconds. */
  take({ topics, data }: PermissionLog, blockTime: number): void {
    const event = ledgerInterfaces.members.parseLog({ topics: [...topics], data });
    if (event === null) return;
    const { args } = event;
    const member = Number(args["member"] ?? 0);
    if (event.name === "MemberRecovered") this.#endAllOf(member, blockTime);
    if (event.name === "MemberAdmitted") {
      this.#begin(args["admission"].account, member, blockTime);
    } else if (event.name === "AccountProposed") {
      this.#begin(args["account"], member, Number(args["activeFrom"]));
    } else if (event.name === "AccountAdded" || event.name === "MemberRecovered") {
      this.#begin(args["account"], member, blockTime);
    } else if (event.name === "AccountRevoked") {
      this.#end(getAddress(args["account"]), blockTime);
    }
  }

  all(): readonly MemberAccount[] {
    return [...this.#accounts.values()];
  }

  #begin(address: string, member: number, activeFrom: number): void {
    const account = getAddress(address);
    this.#accounts.set(account, { account, member, activeFrom, endedAt: undefined });
  }

  #endAllOf(member: number, blockTime: number): void {
    const own = [...this.#accounts.values()].filter((each) => each.member === member);
    for (const { account } of own) this.#end(account, blockTime);
  }

  #end(account: string, endedAt: number): void {
    const known = this.#accounts.get(account);
    if (known !== undefined && known.endedAt === undefined)
      this.#accounts.set(account, { ...known, endedAt });
  }
}
