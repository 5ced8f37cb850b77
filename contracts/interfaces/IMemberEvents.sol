// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @title IMemberEvents
/// @notice What is stated about members, and what happens to them.
interface IMemberEvents {
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
    /// @param roles Bits of `Roles`.
    /// @param suspensions Bits of `Suspensions`.
    /// @param epoch From 1, raised whenever an account is revoked or recovered; signed messages name it.
    /// @param guardian Member that may propose its recovery; 0 for none.
    /// @param overdue How many of its receivables are marked overdue.
    /// @param size Size class.
    /// @param primary Account that ERC views answer with. It stays until another one takes its place, revoked or not.
    /// @param identityDigest Salted digest of the legal identity.
    /// @param settlementAccountDigest Salted digest of the bank account that receives its payments.
    /// @param licenceDigest Digest of the licence that a financier or settlement bank acts under.
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

    /// @notice A recovery of a member that lost its keys, from its first proposal to its end.
    /// @param account The account that would be the member's only one.
    /// @param executableFrom Block time in seconds; 0 until operator and guardian have both proposed.
    /// @param byOperator Whether an operator proposed.
    /// @param byGuardian Whether the guardian proposed.
    /// @param byLegal Whether a legal account proposed: then only legal accounts may cancel.
    struct Recovery {
        address account;
        uint40 executableFrom;
        bool byOperator;
        bool byGuardian;
        bool byLegal;
    }

    /// @notice A member entered the ledger.
    /// @param member Its id, from 1.
    /// @param admission What the operator stated.
    /// @param by Member id of the operator; 0 for the first member, which the deployment admits.
    /// @param ref Request reference.
    event MemberAdmitted(uint32 indexed member, Admission admission, uint32 by, bytes32 ref);
    /// @notice An account is active from `activeFrom` on, unless it is revoked before.
    /// @param member Member id.
    /// @param account The new account.
    /// @param activeFrom Block time in seconds.
    /// @param by Account that proposed.
    /// @param ref Request reference.
    event AccountProposed(uint32 indexed member, address indexed account, uint40 activeFrom, address by, bytes32 ref);
    /// @notice An account is active from now on.
    /// @param member Member id.
    /// @param account The account.
    /// @param by Account that consented.
    /// @param ref Request reference.
    event AccountAdded(uint32 indexed member, address indexed account, address by, bytes32 ref);
    /// @notice An account, or a proposed one, acts for the member no more.
    /// @param member Member id.
    /// @param account The account.
    /// @param epoch The member's epoch from now on; raised unless the account was only proposed.
    /// @param by Account that revoked.
    /// @param ref Request reference.
    event AccountRevoked(uint32 indexed member, address indexed account, uint32 epoch, address by, bytes32 ref);
    /// @notice ERC views answer with another account.
    /// @param member Member id.
    /// @param account The primary account.
    /// @param ref Request reference.
    event PrimaryAccountSet(uint32 indexed member, address indexed account, bytes32 ref);
    /// @notice Another settlement account can be confirmed from `activeFrom` on, or at once by a second account.
    /// @param member Member id.
    /// @param digest Salted digest of the bank account.
    /// @param activeFrom Block time in seconds.
    /// @param by Account that proposed.
    /// @param ref Request reference.
    event SettlementAccountProposed(uint32 indexed member, bytes32 digest, uint40 activeFrom, address by, bytes32 ref);
    /// @notice Instructions issued from now on name this settlement account.
    /// @param member Member id.
    /// @param digest Salted digest of the bank account.
    /// @param ref Request reference.
    event SettlementAccountSet(uint32 indexed member, bytes32 digest, bytes32 ref);
    /// @notice An operator set the roles.
    /// @param member Member id.
    /// @param roles All bits of `Roles` that it has now.
    /// @param licenceDigest Its licence.
    /// @param by Member id of the operator.
    /// @param ref Request reference.
    event RolesSet(uint32 indexed member, uint16 roles, bytes32 licenceDigest, uint32 by, bytes32 ref);
    /// @notice An operator attested another size.
    /// @param member Member id.
    /// @param size Size class.
    /// @param by Member id of the operator.
    /// @param ref Request reference.
    event SizeSet(uint32 indexed member, Size size, uint32 by, bytes32 ref);
    /// @notice The suspensions changed, by an operator or by a recovery that opened or ended.
    /// @param member Member id.
    /// @param suspensions All bits of `Suspensions` that it has now.
    /// @param reasonDigest Digest of the document that gives the reason.
    /// @param by Member id of who changed them; 0 when a recovery was executed, which anyone may do.
    /// @param ref Request reference.
    event SuspensionsSet(uint32 indexed member, uint16 suspensions, bytes32 reasonDigest, uint32 by, bytes32 ref);
    /// @notice The count of overdue receivables changed, and with it the overdue bit (set while the count is above 0).
    /// @param member Member id of the obligor.
    /// @param overdue The count.
    /// @param ref Request reference.
    event OverdueCounted(uint32 indexed member, uint16 overdue, bytes32 ref);
    /// @notice Another guardian can be confirmed from `activeFrom` on, or at once by a second account.
    /// @param member Member id.
    /// @param guardian Member id of the guardian; 0 for none.
    /// @param activeFrom Block time in seconds.
    /// @param by Account that proposed.
    /// @param ref Request reference.
    event GuardianProposed(uint32 indexed member, uint32 guardian, uint40 activeFrom, address by, bytes32 ref);
    /// @notice Another member is the guardian from now on.
    /// @param member Member id.
    /// @param guardian Member id of the guardian; 0 for none.
    /// @param ref Request reference.
    event GuardianSet(uint32 indexed member, uint32 guardian, bytes32 ref);
    /// @notice One party proposed a recovery.
    /// @param member Member id.
    /// @param account The account that would be its only one.
    /// @param by Member id of the party: guardian, operator or legal.
    /// @param documentDigest Digest of the document behind it.
    /// @param executableFrom Block time in seconds; 0 until operator and guardian have both proposed.
    /// @param ref Request reference.
    event RecoveryProposed(
        uint32 indexed member,
        address indexed account,
        uint32 by,
        bytes32 documentDigest,
        uint40 executableFrom,
        bytes32 ref
    );
    /// @notice A recovery ended without effect.
    /// @param member Member id.
    /// @param by Account that cancelled.
    /// @param ref Request reference.
    event RecoveryCancelled(uint32 indexed member, address by, bytes32 ref);
    /// @notice Every account that the member had has ended; `account` is its only and primary one.
    /// @param member Member id.
    /// @param account The account.
    /// @param epoch The member's epoch from now on.
    /// @param ref Request reference.
    event MemberRecovered(uint32 indexed member, address indexed account, uint32 epoch, bytes32 ref);
}
