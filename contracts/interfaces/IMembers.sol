// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @title IMembers
/// @notice Who may act, for whom, in which role. Positions and claims belong to member ids; accounts come and go.
interface IMembers {
    /// @notice How large a member is, attested at admission; all but `Large` are small creditors in the sense of the
    /// Regulation on Payments to Small and Medium-sized Enterprises (2025).
    enum Size {
        Large,
        Medium,
        Small,
        Micro
    }

    /// @notice What an operator states when it admits a member.
    /// @param identityDigest Salted digest of the legal identity (scheme and number); unique.
    /// @param roles Bits of `Roles`.
    /// @param size Size class.
    /// @param guardian Member that may propose a recovery together with an operator; 0 for none.
    /// @param account First account, which becomes the primary one.
    /// @param settlementAccountDigest Salted digest of the bank account that receives its payments.
    /// @param licenceDigest Digest of the licence that a financier or settlement bank acts under; zero for others.
    struct Admission {
        bytes32 identityDigest;
        uint16 roles;
        Size size;
        uint32 guardian;
        address account;
        bytes32 settlementAccountDigest;
        bytes32 licenceDigest;
    }

    /// @notice What the ledger knows about a member.
    /// @param epoch Raised whenever an account is revoked or recovered; signed messages name it.
    /// @param suspensions Bits of `Suspensions`.
    /// @param overdue How many of its receivables are marked overdue.
    struct Member {
        uint16 roles;
        uint16 suspensions;
        uint32 epoch;
        uint32 guardian;
        uint16 overdue;
        Size size;
        address primary;
        bytes32 identityDigest;
        bytes32 settlementAccountDigest;
        bytes32 licenceDigest;
    }

    /// @notice A member entered the ledger.
    event MemberAdmitted(uint32 indexed member, Admission admission, uint32 by, bytes32 ref);
    event AccountProposed(uint32 indexed member, address indexed account, uint40 activeFrom, address by, bytes32 ref);
    event AccountAdded(uint32 indexed member, address indexed account, address by, bytes32 ref);
    event AccountRevoked(uint32 indexed member, address indexed account, uint32 epoch, address by, bytes32 ref);
    event PrimaryAccountSet(uint32 indexed member, address indexed account, bytes32 ref);
    event SettlementAccountProposed(uint32 indexed member, bytes32 digest, uint40 activeFrom, address by, bytes32 ref);
    event SettlementAccountSet(uint32 indexed member, bytes32 digest, bytes32 ref);
    event RolesSet(uint32 indexed member, uint16 roles, bytes32 licenceDigest, uint32 by, bytes32 ref);
    event SizeSet(uint32 indexed member, Size size, uint32 by, bytes32 ref);
    event SuspensionsSet(uint32 indexed member, uint16 suspensions, bytes32 reasonDigest, uint32 by, bytes32 ref);
    /// @notice The count of overdue receivables changed, and with it the overdue bit (set while the count is above 0).
    event OverdueCounted(uint32 indexed member, uint16 overdue, bytes32 ref);
    event GuardianSet(uint32 indexed member, uint32 guardian, bytes32 ref);
    event RecoveryProposed(uint32 indexed member, address indexed account, uint32 by, bytes32 documentDigest, uint40 executableFrom, bytes32 ref);
    event RecoveryCancelled(uint32 indexed member, address by, bytes32 ref);
    event MemberRecovered(uint32 indexed member, address indexed account, uint32 epoch, bytes32 ref);

    error MembersAccountNotActive(address account);
    error MembersUnknownMember(uint32 member);
    error MembersAccountTaken(address account, uint32 member);
    error MembersZeroAccount();
    error MembersIdentityTaken(bytes32 identityDigest, uint32 member);
    error MembersMissingRole(uint32 member, uint16 roles, uint16 needed);
    error MembersUnknownRoles(uint16 roles, uint16 known);
    error MembersSuspended(uint32 member, uint16 suspensions);
    error MembersSuspensionNotOperators(uint16 suspensions, uint16 allowed);
    error MembersNotAccountOf(address account, uint32 member);
    error MembersNothingProposed(uint32 member);
    error MembersTooEarly(uint32 member, uint256 now_, uint256 from);
    error MembersSameAccountConfirms(uint32 member, address account);
    error MembersLicenceMissing(uint32 member, uint16 roles);
    error MembersRecoveryNotCancellable(uint32 member);
    error MembersRecoveryParty(uint32 member, uint32 by);
    error MembersSignatureInvalid(uint32 member, address account, bytes32 digest);
    error MembersSignatureExpired(uint256 deadline, uint256 now_);
    error MembersWrongEpoch(uint32 member, uint32 actual, uint32 needed);
    error MembersNotOverdue(uint32 member);

    // --- verbs of operator accounts

    function admit(Admission calldata admission, bytes32 ref) external returns (uint32 member);
    function setRoles(uint32 member, uint16 roles, bytes32 licenceDigest, bytes32 ref) external;
    function setSize(uint32 member, Size size, bytes32 ref) external;
    /// @notice Replaces the suspension bits that operators govern; the ledger's own bits stay.
    function setSuspensions(uint32 member, uint16 suspensions, bytes32 reasonDigest, bytes32 ref) external;

    // --- verbs of a member's own accounts

    /// @notice Proposes another account of the caller's member. It becomes active 48 hours later, or at once when the
    /// caller is a contract (ERC-1271) that is the member's sole account, or when a second account confirms.
    function addAccount(address account, bytes32 ref) external;
    /// @notice A second account's consent to a proposed account.
    function confirmAccount(address account, bytes32 ref) external;
    /// @notice Ends an account: callable by any active account of the same member and by operators. Raises the epoch.
    function revokeAccount(address account, bytes32 ref) external;
    function setPrimaryAccount(address account, bytes32 ref) external;
    /// @notice Same delays as `addAccount`.
    function setSettlementAccount(bytes32 digest, bytes32 ref) external;
    /// @notice By a second account at once, by anyone of the member after 48 hours.
    function confirmSettlementAccount(bytes32 ref) external;
    function setGuardian(uint32 guardian, bytes32 ref) external;

    // --- recovery of a member without keys

    /// @notice Proposed by operator and guardian (both needed); executable 72 hours after the second of them. A legal
    /// account's proposal for the same account makes it uncancellable. Meanwhile the member is suspended for recovery.
    function proposeRecovery(uint32 member, address account, bytes32 documentDigest, bytes32 ref) external;
    /// @notice By any active account of the member, or by an operator, unless legal proposed too.
    function cancelRecovery(uint32 member, bytes32 ref) external;
    /// @notice By anyone once the time has passed: every old account ends, the new one becomes primary, the epoch rises.
    function executeRecovery(uint32 member, bytes32 ref) external;

    // --- verbs of ledger contracts (AccessManager grants)

    function raiseOverdue(uint32 member, bytes32 ref) external;
    function clearOverdue(uint32 member, bytes32 ref) external;

    // --- views

    function memberCount() external view returns (uint32);
    /// @notice Reverts for an unknown id.
    function memberOf(uint32 id) external view returns (Member memory);
    /// @notice The member that an active account belongs to; 0 when it is not active.
    function idOf(address account) external view returns (uint32);
    function primaryOf(uint32 member) external view returns (address);
    function settlementAccountOf(uint32 member) external view returns (bytes32);
    function epochOf(uint32 member) external view returns (uint32);
    function isActiveAccount(address account, uint32 member) external view returns (bool);
    function hasRole(uint32 member, uint16 role) external view returns (bool);

    // --- checks that other contracts call; each reverts with the reason

    /// @notice The member of an active account, whatever its suspensions.
    function requireMember(address account) external view returns (uint32 member, address primary);
    /// @notice The member of an active account that holds `role`; suspensions in `unless` are refused.
    function requireRole(address account, uint16 role, uint16 unless) external view returns (uint32 member);
    /// @notice That member `id` holds one of `roles` and has none of the suspensions `unless`; answers its primary account.
    function requireParty(uint32 id, uint16 roles, uint16 unless) external view returns (address primary);
    /// @notice That `signature` over the EIP-712 `digest` is of `account`, active for `member` in `epoch`, and in time.
    /// ERC-1271 accounts get a bounded amount of gas.
    function requireSignature(
        uint32 member,
        uint32 epoch,
        uint256 deadline,
        address account,
        bytes32 digest,
        bytes calldata signature
    ) external view;
}
