import type { PartySignature } from "./partySignature.ts";

/**
 * What stands in for a party's signature when its own account sends the transaction.
 *
 * @param account the account that sends
 * @param epoch the member's epoch, from `members.get`
 *
 * @example
 * import { sentBy } from "@tallystick/sdk";
 *
 * sentBy(signers.obligor.address, 1).signature // => "0x"
 */
export function sentBy(account: string, epoch: number): PartySignature {
  // The sender's presence needs no deadline: the transaction itself is the moment.
  return { account, deadline: Number.MAX_SAFE_INTEGER, epoch, signature: "0x" };
}
