// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @title IMemberErrors
/// @notice Why the registry of members refuses something.
interface IMemberErrors {
    /// @notice The account acts for no member now: unknown, revoked, ended by a recovery, or not active yet.
    /// @param account The account.
    error MembersAccountNotActive(address account);
    /// @notice No member has this id.
    /// @param member The id.
    error MembersUnknownMember(uint32 member);
    /// @notice The account belongs to a member already, be it only proposed or kept as a primary account.
    /// @param account The account.
    /// @param member The member that it belongs to.
    error MembersAccountTaken(address account, uint32 member);
    /// @notice The zero address is nobody's account.
    error MembersZeroAccount();
    /// @notice A member needs a legal identity.
    error MembersIdentityMissing();
    /// @notice The legal identity is admitted already.
    /// @param identityDigest Salted digest of it.
    /// @param member The member that it is.
    error MembersIdentityTaken(bytes32 identityDigest, uint32 member);
    /// @notice The member has none of the roles that this takes.
    /// @param member Member id.
    /// @param roles Bits that it has.
    /// @param needed Bits of which one is needed.
    error MembersMissingRole(uint32 member, uint16 roles, uint16 needed);
    /// @notice A bit names no role.
    /// @param roles Bits that were asked for.
    /// @param known Bits that name roles.
    error MembersUnknownRoles(uint16 roles, uint16 known);
    /// @notice The member is suspended from this.
    /// @param member Member id.
    /// @param suspensions Bits that stand in the way.
    error MembersSuspended(uint32 member, uint16 suspensions);
    /// @notice An operator asked for bits that the ledger alone sets and clears.
    /// @param suspensions Bits that were asked for.
    /// @param allowed Bits that an operator governs.
    error MembersSuspensionNotOperators(uint16 suspensions, uint16 allowed);
    /// @notice An operator neither suspends itself nor takes its own operator role: another operator does, so that
    /// one stays.
    /// @param member Member id.
    error MembersActsOnItself(uint32 member);
    /// @notice The account isn't an active one of this member.
    /// @param account The account.
    /// @param member Member id.
    error MembersNotAccountOf(address account, uint32 member);
    /// @notice Nothing waits for this confirmation, cancellation or execution.
    /// @param member Member id.
    error MembersNothingProposed(uint32 member);
    /// @notice One account waits already; it becomes active, is confirmed or is revoked before the next one is
    /// proposed.
    /// @param member Member id.
    /// @param account The account that waits.
    error MembersAlreadyProposed(uint32 member, address account);
    /// @notice The waiting time isn't over.
    /// @param member Member id.
    /// @param now_ Block time in seconds.
    /// @param from Block time in seconds from which it works.
    error MembersTooEarly(uint32 member, uint256 now_, uint256 from);
    /// @notice The account that proposed can't be the second one that consents.
    /// @param member Member id.
    /// @param account The account.
    error MembersSameAccountConfirms(uint32 member, address account);
    /// @notice Financiers and settlement banks act under a licence.
    /// @param member Member id.
    /// @param roles Bits that were asked for.
    error MembersLicenceMissing(uint32 member, uint16 roles);
    /// @notice A member can't be its own guardian.
    /// @param member Member id.
    error MembersOwnGuardian(uint32 member);
    /// @notice A legal account stands behind the recovery, so only a legal account may cancel it.
    /// @param member Member id.
    error MembersRecoveryNotCancellable(uint32 member);
    /// @notice Neither guardian, operator nor legal of this member's recovery, or the member itself.
    /// @param member Member id.
    /// @param by Member id of the caller.
    error MembersRecoveryParty(uint32 member, uint32 by);
    /// @notice All parties of a recovery propose the same account.
    /// @param member Member id.
    /// @param actual Account that was proposed now.
    /// @param needed Account that was proposed first.
    error MembersRecoveryDiffers(uint32 member, address actual, address needed);
    /// @notice Neither the account's key nor its code stands behind the signature.
    /// @param member Member id.
    /// @param account The account.
    /// @param digest EIP-712 digest that should be signed.
    error MembersSignatureInvalid(uint32 member, address account, bytes32 digest);
    /// @notice The signer's deadline has passed.
    /// @param deadline Last block time in seconds.
    /// @param now_ Block time in seconds.
    error MembersSignatureExpired(uint256 deadline, uint256 now_);
    /// @notice An account was revoked or recovered since the message was signed.
    /// @param member Member id.
    /// @param actual Epoch that was signed.
    /// @param needed The member's epoch.
    error MembersWrongEpoch(uint32 member, uint32 actual, uint32 needed);
    /// @notice No receivable of the member is marked overdue.
    /// @param member Member id.
    error MembersNotOverdue(uint32 member);
}
