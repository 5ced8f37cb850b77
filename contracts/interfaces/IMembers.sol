// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IMemberErrors} from "./IMemberErrors.sol";
import {IMemberEvents} from "./IMemberEvents.sol";

/// @title IMembers
/// @notice Who may act, for whom, in which role. Positions and claims belong to member ids; accounts come and go.
/// @dev Every `ref` is the request reference of DESIGN.md: 16 bytes of keccak(member, route, key), 16 of keccak(body).
interface IMembers is IMemberEvents, IMemberErrors {
    // --- verbs of operator accounts

    /// @notice Admits a member with its first account.
    /// @param admission What is stated about it.
    /// @param ref Request reference.
    /// @return member Its id.
    function admit(Admission calldata admission, bytes32 ref) external returns (uint32 member);
    /// @notice Replaces a member's roles and licence.
    /// @param member Member id.
    /// @param roles All bits of `Roles` that it shall have.
    /// @param licenceDigest Its licence; needed by financiers and settlement banks.
    /// @param ref Request reference.
    function setRoles(uint32 member, uint16 roles, bytes32 licenceDigest, bytes32 ref) external;
    /// @notice Attests a member's size class.
    /// @param member Member id.
    /// @param size Size class.
    /// @param ref Request reference.
    function setSize(uint32 member, Size size, bytes32 ref) external;
    /// @notice Replaces the suspension bits that operators govern; the ledger's own bits stay.
    /// @param member Member id.
    /// @param suspensions All bits of `Suspensions.BY_OPERATOR` that it shall have.
    /// @param reasonDigest Digest of the document that gives the reason.
    /// @param ref Request reference.
    function setSuspensions(uint32 member, uint16 suspensions, bytes32 reasonDigest, bytes32 ref) external;

    // --- verbs of a member's own accounts; refused while its recovery is open, except `revokeAccount`

    /// @notice Proposes another account of the caller's member. It becomes active 48 hours later, or at once when the
    /// caller is a contract (ERC-1271) that is the member's sole account, or when a second account confirms. One
    /// account can wait at a time.
    /// @param account The new account.
    /// @param ref Request reference.
    function addAccount(address account, bytes32 ref) external;
    /// @notice A second account's consent to a proposed account, which is active from then on.
    /// @param account The proposed account.
    /// @param ref Request reference.
    function confirmAccount(address account, bytes32 ref) external;
    /// @notice Ends an account, or a proposed one: callable by any active account of the same member and by operators.
    /// Unless it was only proposed, it raises the epoch, and what waits for a second account or its 48 hours falls.
    /// @dev A primary account hands that place to the account that revokes it. When an operator revokes it, or it
    /// itself, ERC views go on naming it until `setPrimaryAccount` or a recovery.
    /// @param account The account.
    /// @param ref Request reference.
    function revokeAccount(address account, bytes32 ref) external;
    /// @notice Chooses the account that ERC views answer with.
    /// @param account An active account of the caller's member.
    /// @param ref Request reference.
    function setPrimaryAccount(address account, bytes32 ref) external;
    /// @notice Proposes another settlement account, instead of one that waits; at once for a sole ERC-1271 account.
    /// @param digest Salted digest of the bank account.
    /// @param ref Request reference.
    function setSettlementAccount(bytes32 digest, bytes32 ref) external;
    /// @notice By a second account at once, by any account of the member after 48 hours.
    /// @param digest The digest that waits, so that nobody confirms another one than it read.
    /// @param ref Request reference.
    function confirmSettlementAccount(bytes32 digest, bytes32 ref) external;
    /// @notice Proposes another guardian, instead of one that waits; at once for a sole ERC-1271 account.
    /// @param guardian Member id; 0 for none.
    /// @param ref Request reference.
    function setGuardian(uint32 guardian, bytes32 ref) external;
    /// @notice By a second account at once, by any account of the member after 48 hours.
    /// @param guardian The guardian that waits.
    /// @param ref Request reference.
    function confirmGuardian(uint32 guardian, bytes32 ref) external;

    // --- recovery of a member without keys

    /// @notice Proposed by operator and guardian (both needed); executable 72 hours after the second of them. A legal
    /// account's proposal for the same account makes it uncancellable. From the second proposal on the member is
    /// suspended for recovery. A guardian that is an operator too counts as guardian.
    /// @param member Member id.
    /// @param account The account that will be its only one.
    /// @param documentDigest Digest of the document behind it.
    /// @param ref Request reference.
    function proposeRecovery(uint32 member, address account, bytes32 documentDigest, bytes32 ref) external;
    /// @notice By any active account of the member, or by an operator; once legal proposed too, by legal alone.
    /// @param member Member id.
    /// @param ref Request reference.
    function cancelRecovery(uint32 member, bytes32 ref) external;
    /// @notice By anyone once the time has passed: every old account ends, the new one becomes primary, the epoch
    /// rises.
    /// @param member Member id.
    /// @param ref Request reference.
    function executeRecovery(uint32 member, bytes32 ref) external;

    // --- verbs of ledger contracts (AccessManager grants)

    /// @notice Counts one more overdue receivable. Only settlement runs.
    /// @param member Member id of the obligor.
    /// @param ref Request reference.
    function raiseOverdue(uint32 member, bytes32 ref) external;
    /// @notice Counts one overdue receivable less. Only settlement runs.
    /// @param member Member id of the obligor.
    /// @param ref Request reference.
    function clearOverdue(uint32 member, bytes32 ref) external;

    // --- views

    /// @notice How many members were admitted; the last one's id.
    function memberCount() external view returns (uint32);
    /// @notice All about a member. Reverts for an unknown id.
    /// @param id Member id.
    function memberOf(uint32 id) external view returns (Member memory);
    /// @notice The member that an active account belongs to; 0 when it is not active.
    /// @param account The account.
    function idOf(address account) external view returns (uint32);
    /// @notice The member that an account belongs to or waits for, and the block time from which it acts.
    /// @param account The account.
    /// @return member 0 when it belongs to none.
    /// @return activeFrom Seconds; the largest uint40 for a revoked account that is still named as primary.
    function accountOf(address account) external view returns (uint32 member, uint40 activeFrom);
    /// @notice The member whose legal identity this is; 0 for none.
    /// @param identityDigest Salted digest of it.
    function memberOfIdentity(bytes32 identityDigest) external view returns (uint32);
    /// @notice The account that ERC views answer with; zero for an unknown member.
    /// @param member Member id.
    function primaryOf(uint32 member) external view returns (address);
    /// @notice Salted digest of the bank account that receives its payments.
    /// @param member Member id.
    function settlementAccountOf(uint32 member) external view returns (bytes32);
    /// @notice Size class of a member, in one storage read.
    /// @param member Member id.
    function sizeOf(uint32 member) external view returns (Size);
    /// @notice Epoch that its signed messages name; 0 for an unknown member.
    /// @param member Member id.
    function epochOf(uint32 member) external view returns (uint32);
    /// @notice The recovery that runs; all zero when none does.
    /// @param member Member id.
    function recoveryOf(uint32 member) external view returns (Recovery memory);
    /// @notice Whether the account acts for the member now.
    /// @param account The account.
    /// @param member Member id.
    function isActiveAccount(address account, uint32 member) external view returns (bool);
    /// @notice Whether the member holds one of the roles, suspended or not.
    /// @param member Member id.
    /// @param role Bits of `Roles`.
    function hasRole(uint32 member, uint16 role) external view returns (bool);

    // --- checks that other contracts call; each reverts with the reason

    /// @notice The member of an active account, whatever its suspensions.
    /// @param account The account.
    /// @return member Its id.
    /// @return primary Its primary account.
    function requireMember(address account) external view returns (uint32 member, address primary);
    /// @notice The member of an active account that holds one of `role`; suspensions in `unless` are refused.
    /// @param account The account.
    /// @param role Bits of `Roles`.
    /// @param unless Bits of `Suspensions`.
    /// @return member Its id.
    function requireRole(address account, uint16 role, uint16 unless) external view returns (uint32 member);
    /// @notice That member `id` holds one of `roles` and has none of the suspensions `unless`; answers its primary
    /// account.
    /// @param id Member id.
    /// @param roles Bits of `Roles`.
    /// @param unless Bits of `Suspensions`.
    /// @return primary Its primary account.
    function requireParty(uint32 id, uint16 roles, uint16 unless) external view returns (address primary);
    /// @notice That `signature` over the EIP-712 `digest` is of `account`, active for `member` in `epoch`, and in
    /// time. ERC-1271 accounts get a bounded amount of gas (`Signatures` says how much, and how EIP-7702 accounts
    /// behave).
    /// @param member Member id.
    /// @param epoch Epoch that was signed.
    /// @param deadline Last block time in seconds, which was signed too.
    /// @param account Account that signed.
    /// @param digest EIP-712 digest of the message.
    /// @param signature 65 bytes of an ECDSA signature, or what the account's code understands.
    function requireSignature(
        uint32 member,
        uint32 epoch,
        uint256 deadline,
        address account,
        bytes32 digest,
        bytes calldata signature
    ) external view;
}
