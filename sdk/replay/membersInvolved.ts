import type { EventValue } from "./replayEvent.ts";

// Member ids are uint32 on chain and named by the part that the member plays.
const memberNames =
  /^(member|memberId|obligor|creditor|debtor|supplier|owner|holder|from|to|payer|payee|buyer|seller|financier|bank|guardian|sender|recipient|custodian|carrier|approver|issuer|registrar|recourseDebtor|settlementBank|fromMember|toMember|proposer|confirmer|party|counterparty|offeror|offeree|counter|appointer|noticeTo|securedParty|supervisor)$/;
const MAXIMUM_MEMBER_ID = 0xffff_ffffn;

/** The members that an event names: they may see it, beside those whom it concerns otherwise and who oversees. */
export function membersInvolved(args: Readonly<Record<string, EventValue>>): bigint[] {
  const members = new Set<bigint>();
  const visit = (name: string, value: EventValue): void => {
    if (Array.isArray(value)) {
      for (const item of value) visit(name, item);
    } else if (typeof value === "object") {
      for (const [field, item] of Object.entries(value)) visit(field, item);
    } else if (typeof value === "bigint" && memberNames.test(name.replace(/s$/, ""))) {
      if (value > 0n && value <= MAXIMUM_MEMBER_ID) members.add(value);
    }
  };
  for (const [name, value] of Object.entries(args)) visit(name, value);
  return [...members];
}
