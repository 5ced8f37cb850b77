import type { IMembers__factory } from "../../generated/factories/interfaces/IMembers__factory.ts";
import type { SentencesOf } from "../sentencesOf.ts";

/** Why `Members` refuses. */
export const membersSentences: SentencesOf<typeof IMembers__factory.abi> = {
  MembersAccountNotActive: ({ account }) => `account ${account} acts for no member`,
  MembersUnknownMember: ({ member }) => `there is no member ${member}`,
  MembersAccountTaken: ({ account, member }, say) =>
    `account ${account} belongs to ${say.member(member)} already`,
  MembersZeroAccount: () => "the zero address is nobody's account",
  MembersIdentityMissing: () => "a member needs a legal identity",
  MembersIdentityTaken: ({ member }, say) =>
    `this legal identity is admitted already, as ${say.member(member)}`,
  MembersMissingRole: ({ member, roles, needed }, say) =>
    `${say.member(member)} needs the role ${say.anyRole(needed)} and has ${say.allRoles(roles)}`,
  MembersUnknownRoles: ({ roles, known }) => `roles ${roles} has bits outside ${known}`,
  MembersSuspended: ({ member, suspensions }, say) =>
    `${say.member(member)} is suspended (${say.reasons(suspensions)})`,
  MembersSuspensionNotOperators: ({ suspensions, allowed }, say) =>
    `operators set the suspensions ${say.reasons(allowed)} only, and not ${say.reasons(suspensions & ~allowed)}`,
  MembersActsOnItself: ({ member }, say) =>
    `${say.member(member)} can neither suspend itself nor take its own operator role: another operator does`,
  MembersNotAccountOf: ({ account, member }, say) =>
    `account ${account} does not act for ${say.member(member)}`,
  MembersNothingProposed: ({ member }, say) => `nothing is proposed for ${say.member(member)}`,
  MembersAlreadyProposed: ({ member, account }, say) =>
    `${say.member(member)} has account ${account} waiting already`,
  MembersTooEarly: ({ member, now_, from }, say) =>
    `what waits for ${say.member(member)} works from ${say.time(from)} on, and it is ${say.time(now_)}`,
  MembersSameAccountConfirms: ({ account }) =>
    `account ${account} proposed it, so another account must confirm it`,
  MembersLicenceMissing: ({ roles }, say) =>
    `a licence is needed for the roles ${say.allRoles(roles)}`,
  MembersOwnGuardian: ({ member }, say) => `${say.member(member)} can't be its own guardian`,
  MembersRecoveryNotCancellable: ({ member }, say) =>
    `a legal account stands behind the recovery of ${say.member(member)}, so only a legal account may cancel it`,
  MembersRecoveryParty: ({ member, by }, say) =>
    `${say.member(by)} is no party of the recovery of ${say.member(member)}`,
  MembersRecoveryDiffers: ({ actual, needed }) =>
    `the recovery was proposed for account ${needed}, not for ${actual}`,
  MembersSignatureInvalid: ({ member, account }, say) =>
    `the signature is not one of account ${account} of ${say.member(member)}, or other terms were signed`,
  MembersSignatureExpired: ({ deadline, now_ }, say) =>
    `the signature was good until ${say.time(deadline)}, and it is ${say.time(now_)}`,
  MembersWrongEpoch: ({ member, actual, needed }, say) =>
    `${say.member(member)} signed in epoch ${actual}, but its accounts changed since: epoch ${needed} is needed`,
  MembersNotOverdue: ({ member }, say) => `nothing of ${say.member(member)} is marked overdue`,
};
