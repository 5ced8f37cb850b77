// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IMembers} from "../interfaces/IMembers.sol";
import {Signatures} from "../libraries/Signatures.sol";
import {Roles} from "../types/Roles.sol";
import {Suspensions} from "../types/Suspensions.sol";
import {AccountWord, AccountWordLib} from "./AccountWord.sol";
import {MemberWord, MemberWordLib} from "./MemberWord.sol";

/// @title MemberRegistry
/// @notice What is stored about members and accounts, and the checks that other contracts make.
/// @dev I9: nobody acts for a member except its own active accounts. A transfer reads two words here: the account's
/// and the member's. A recovery ends all accounts at once because each names the generation it belongs to.
abstract contract MemberRegistry is IMembers {
    /// @notice What few operations ask about a member.
    /// @dev Slots: identity | settlement account | licence | guardian 32, accounts 32, waiting account 160.
    struct Profile {
        bytes32 identityDigest;
        bytes32 settlementAccountDigest;
        bytes32 licenceDigest;
        uint32 guardian;
        // Accounts that are active or wait.
        uint32 accounts;
        // The account proposed last; it waits while its time to become active is ahead.
        address waiting;
    }

    uint32 internal _memberCount;
    mapping(uint32 member => MemberWord) internal _words;
    mapping(uint32 member => Profile) internal _profiles;
    mapping(address account => AccountWord) internal _accounts;
    mapping(bytes32 identityDigest => uint32 member) internal _identities;

    // --- admission

    function _admit(Admission memory admission, uint32 by, bytes32 ref) internal returns (uint32 member) {
        bytes32 identity = admission.identityDigest;
        require(identity != 0, MembersIdentityMissing());
        require(_identities[identity] == 0, MembersIdentityTaken(identity, _identities[identity]));
        _requireFree(admission.account);
        _requireKnown(admission.guardian);
        member = _memberCount + 1;
        _requireRoles(member, admission.roles, admission.licenceDigest);

        _memberCount = member;
        _identities[identity] = member;
        _words[member] = MemberWordLib.create(admission.roles, uint8(admission.size), admission.account);
        _profiles[member] = Profile({
            identityDigest: identity,
            settlementAccountDigest: admission.settlementAccountDigest,
            licenceDigest: admission.licenceDigest,
            guardian: admission.guardian,
            accounts: 1,
            waiting: address(0)
        });
        _accounts[admission.account] = AccountWordLib.create(member, 0, uint40(block.timestamp), address(0));
        emit MemberAdmitted(member, admission, by, ref);
    }

    /// @dev That every bit names a role, and that who needs a licence has one.
    function _requireRoles(uint32 member, uint16 roles, bytes32 licenceDigest) internal pure {
        require(roles & ~Roles.ALL == 0, MembersUnknownRoles(roles, Roles.ALL));
        bool licensed = roles & (Roles.FINANCIER | Roles.SETTLEMENT_BANK) != 0;
        require(!licensed || licenceDigest != 0, MembersLicenceMissing(member, roles));
    }

    /// @dev That no member has or awaits the account.
    function _requireFree(address account) internal view {
        require(account != address(0), MembersZeroAccount());
        AccountWord record = _accounts[account];
        require(!_belongs(record), MembersAccountTaken(account, record.member()));
    }

    /// @dev That `member` was admitted, or is 0 for none.
    function _requireKnown(uint32 member) internal view {
        require(member <= _memberCount, MembersUnknownMember(member));
    }

    // --- reading the words

    /// @dev Whether the record is of its member's present generation.
    function _belongs(AccountWord record) internal view returns (bool) {
        uint32 member = record.member();
        return member != 0 && record.generation() == _words[member].generation();
    }

    /// @dev The member that `account` acts for now; 0 for none.
    function _resolve(address account) internal view returns (uint32 member, MemberWord word) {
        AccountWord record = _accounts[account];
        word = _words[record.member()];
        // Block time in seconds fits 40 bits for 34,000 years.
        bool active = record.generation() == word.generation() && record.activeFrom() <= block.timestamp;
        return (active ? record.member() : 0, word);
    }

    function _requireActive(address account) internal view returns (uint32 member, MemberWord word) {
        (member, word) = _resolve(account);
        require(member != 0, MembersAccountNotActive(account));
    }

    function _wordOf(uint32 member) internal view returns (MemberWord word) {
        word = _words[member];
        require(word.epoch() != 0, MembersUnknownMember(member));
    }

    /// @dev That the word has one of `roles` and none of the suspensions `unless`.
    function _requireFit(uint32 member, MemberWord word, uint16 roles, uint16 unless) internal pure {
        require(word.roles() & roles != 0, MembersMissingRole(member, word.roles(), roles));
        uint16 hindering = word.suspensions() & unless;
        require(hindering == 0, MembersSuspended(member, hindering));
    }

    /// @dev The caller's member, which is an operator: overdue is the only suspension that leaves it its office.
    function _requireOperator() internal view returns (uint32 by) {
        return requireRole(msg.sender, Roles.OPERATOR, ~Suspensions.OVERDUE);
    }

    // --- views

    /// @inheritdoc IMembers
    function memberCount() external view returns (uint32) {
        return _memberCount;
    }

    /// @inheritdoc IMembers
    function memberOf(uint32 id) external view returns (Member memory) {
        MemberWord word = _wordOf(id);
        Profile storage profile = _profiles[id];
        return
            Member({
                roles: word.roles(),
                suspensions: word.suspensions(),
                epoch: word.epoch(),
                guardian: profile.guardian,
                overdue: word.overdue(),
                size: Size(word.size()),
                primary: word.primary(),
                identityDigest: profile.identityDigest,
                settlementAccountDigest: profile.settlementAccountDigest,
                licenceDigest: profile.licenceDigest
            });
    }

    /// @inheritdoc IMembers
    function idOf(address account) external view returns (uint32 member) {
        (member, ) = _resolve(account);
    }

    /// @inheritdoc IMembers
    function accountOf(address account) external view returns (uint32 member, uint40 activeFrom) {
        AccountWord record = _accounts[account];
        return _belongs(record) ? (record.member(), record.activeFrom()) : (0, 0);
    }

    /// @inheritdoc IMembers
    function memberOfIdentity(bytes32 identityDigest) external view returns (uint32) {
        return _identities[identityDigest];
    }

    /// @inheritdoc IMembers
    function primaryOf(uint32 member) external view returns (address) {
        return _words[member].primary();
    }

    /// @inheritdoc IMembers
    function settlementAccountOf(uint32 member) external view returns (bytes32) {
        return _profiles[member].settlementAccountDigest;
    }

    /// @inheritdoc IMembers
    function sizeOf(uint32 member) external view returns (Size) {
        return Size(_wordOf(member).size());
    }

    /// @inheritdoc IMembers
    function epochOf(uint32 member) external view returns (uint32) {
        return _words[member].epoch();
    }

    /// @inheritdoc IMembers
    function isActiveAccount(address account, uint32 member) external view returns (bool) {
        (uint32 actual, ) = _resolve(account);
        return actual != 0 && actual == member;
    }

    /// @inheritdoc IMembers
    function hasRole(uint32 member, uint16 role) external view returns (bool) {
        return _words[member].roles() & role != 0;
    }

    // --- checks

    /// @inheritdoc IMembers
    function requireMember(address account) external view returns (uint32 member, address primary) {
        MemberWord word;
        (member, word) = _requireActive(account);
        primary = word.primary();
    }

    /// @inheritdoc IMembers
    function requireRole(address account, uint16 role, uint16 unless) public view returns (uint32 member) {
        MemberWord word;
        (member, word) = _requireActive(account);
        _requireFit(member, word, role, unless);
    }

    /// @inheritdoc IMembers
    function requireParty(uint32 id, uint16 roles, uint16 unless) external view returns (address primary) {
        MemberWord word = _wordOf(id);
        _requireFit(id, word, roles, unless);
        return word.primary();
    }

    /// @inheritdoc IMembers
    function requireSignature(
        uint32 member,
        uint32 epoch,
        uint256 deadline,
        address account,
        bytes32 digest,
        bytes calldata signature
    ) external view {
        require(block.timestamp <= deadline, MembersSignatureExpired(deadline, block.timestamp));
        (uint32 actual, MemberWord word) = _resolve(account);
        // The signer's member may be another one, or none: its own epoch counts.
        if (actual != member) word = _wordOf(member);
        require(epoch == word.epoch(), MembersWrongEpoch(member, epoch, word.epoch()));
        require(actual != 0 && actual == member, MembersNotAccountOf(account, member));
        require(Signatures.isValid(account, digest, signature), MembersSignatureInvalid(member, account, digest));
    }
}
