// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IMembers} from "../interfaces/IMembers.sol";
import {Signatures} from "../libraries/Signatures.sol";
import {Roles} from "../types/Roles.sol";
import {Suspensions} from "../types/Suspensions.sol";
import {AccountWord, AccountWordLib} from "./AccountWord.sol";
import {MemberRegistry} from "./MemberRegistry.sol";
import {MemberWord} from "./MemberWord.sol";

/// @title MemberAccounts
/// @notice What a member's own accounts decide: its accounts, settlement account and guardian.
/// @dev One signature takes effect after 48 hours, so that the holder of a stolen key can be stopped; two take effect
/// at once.
abstract contract MemberAccounts is MemberRegistry {
    /// @notice A change that waits for a second account or for its time. It falls with the epoch.
    /// @dev Slots: value | active from 40, epoch 32, proposer 160.
    struct Change {
        bytes32 value;
        uint40 activeFrom;
        uint32 epoch;
        address proposer;
    }

    /// @dev Time in which a member's other accounts, or an operator, can stop what one account proposed.
    uint40 internal constant SECOND_SIGNATURE_DELAY = 48 hours;

    mapping(uint32 member => Change) internal _settlementChanges;
    mapping(uint32 member => Change) internal _guardianChanges;

    // --- accounts

    /// @inheritdoc IMembers
    function addAccount(address account, bytes32 ref) external {
        (uint32 member, MemberWord word) = _requireOwn();
        _requireFree(account);
        Profile storage profile = _profiles[member];
        address waiting = profile.waiting;
        require(!_waits(member, waiting), MembersAlreadyProposed(member, waiting));

        bool alone = _actsAlone(profile);
        uint40 activeFrom = uint40(block.timestamp) + (alone ? 0 : SECOND_SIGNATURE_DELAY);
        profile.accounts += 1;
        profile.waiting = account;
        _accounts[account] = AccountWordLib.create(member, word.generation(), activeFrom, msg.sender);
        if (alone) emit AccountAdded(member, account, msg.sender, ref);
        else emit AccountProposed(member, account, activeFrom, msg.sender, ref);
    }

    /// @inheritdoc IMembers
    function confirmAccount(address account, bytes32 ref) external {
        (uint32 member, MemberWord word) = _requireOwn();
        AccountWord record = _accounts[account];
        require(_waits(member, account), MembersNothingProposed(member));
        require(msg.sender != record.proposer(), MembersSameAccountConfirms(member, msg.sender));

        _accounts[account] = AccountWordLib.create(
            member,
            word.generation(),
            uint40(block.timestamp),
            record.proposer()
        );
        emit AccountAdded(member, account, msg.sender, ref);
    }

    /// @inheritdoc IMembers
    function revokeAccount(address account, bytes32 ref) external {
        (uint32 by, MemberWord word) = _requireActive(msg.sender);
        AccountWord record = _accounts[account];
        uint32 member = record.member();
        bool ended = !_belongs(record) || record.activeFrom() == AccountWordLib.RETIRED;
        require(!ended, MembersAccountNotActive(account));
        if (by != member) {
            _requireFit(by, word, Roles.OPERATOR, ~Suspensions.OVERDUE);
            word = _words[member];
        }

        bool handsOver = account == word.primary() && by == member && account != msg.sender;
        bool waited = _waits(member, account);
        if (handsOver) word = word.withPrimary(msg.sender);
        if (!waited) {
            _dropWaiting(member, word, ref);
            word = word.withEpoch(word.epoch() + 1);
        }
        _endAccount(member, word, account);
        _words[member] = word;
        emit AccountRevoked(member, account, word.epoch(), msg.sender, ref);
        if (handsOver) emit PrimaryAccountSet(member, msg.sender, ref);
    }

    /// @inheritdoc IMembers
    function setPrimaryAccount(address account, bytes32 ref) external {
        (uint32 member, MemberWord word) = _requireOwn();
        (uint32 actual, ) = _resolve(account);
        require(actual == member, MembersNotAccountOf(account, member));
        address last = word.primary();
        if (_accounts[last].activeFrom() == AccountWordLib.RETIRED) _accounts[last] = AccountWord.wrap(0);
        _words[member] = word.withPrimary(account);
        emit PrimaryAccountSet(member, account, ref);
    }

    // --- settlement account

    /// @inheritdoc IMembers
    function setSettlementAccount(bytes32 digest, bytes32 ref) external {
        (uint32 member, MemberWord word) = _requireOwn();
        if (_actsAlone(_profiles[member])) {
            delete _settlementChanges[member];
            _setSettlementAccount(member, digest, ref);
            return;
        }
        uint40 activeFrom = _propose(_settlementChanges[member], digest, word);
        emit SettlementAccountProposed(member, digest, activeFrom, msg.sender, ref);
    }

    /// @inheritdoc IMembers
    function confirmSettlementAccount(bytes32 digest, bytes32 ref) external {
        (uint32 member, MemberWord word) = _requireOwn();
        _requireConfirmable(_settlementChanges[member], member, digest, word);
        delete _settlementChanges[member];
        _setSettlementAccount(member, digest, ref);
    }

    // --- guardian

    /// @inheritdoc IMembers
    function setGuardian(uint32 guardian, bytes32 ref) external {
        (uint32 member, MemberWord word) = _requireOwn();
        _requireKnown(guardian);
        require(guardian != member, MembersOwnGuardian(member));
        if (_actsAlone(_profiles[member])) {
            delete _guardianChanges[member];
            _setGuardian(member, guardian, ref);
            return;
        }
        uint40 activeFrom = _propose(_guardianChanges[member], bytes32(uint256(guardian)), word);
        emit GuardianProposed(member, guardian, activeFrom, msg.sender, ref);
    }

    /// @inheritdoc IMembers
    function confirmGuardian(uint32 guardian, bytes32 ref) external {
        (uint32 member, MemberWord word) = _requireOwn();
        _requireConfirmable(_guardianChanges[member], member, bytes32(uint256(guardian)), word);
        delete _guardianChanges[member];
        _setGuardian(member, guardian, ref);
    }

    // --- shared steps

    /// @dev The caller's member, unless its recovery is open: then its keys are in doubt and decide nothing new.
    function _requireOwn() internal view returns (uint32 member, MemberWord word) {
        (member, word) = _requireActive(msg.sender);
        uint16 hindering = word.suspensions() & Suspensions.RECOVERY;
        require(hindering == 0, MembersSuspended(member, hindering));
    }

    /// @dev Whether the caller is a smart account and the member's only one: then it stands for as many people as its
    /// code asks.
    function _actsAlone(Profile storage profile) internal view returns (bool) {
        return profile.accounts == 1 && Signatures.isSmartAccount(msg.sender);
    }

    /// @dev Whether the account is proposed for the member, with its time ahead.
    function _waits(uint32 member, address account) internal view returns (bool) {
        AccountWord record = _accounts[account];
        uint40 activeFrom = record.activeFrom();
        bool ahead = activeFrom > block.timestamp && activeFrom != AccountWordLib.RETIRED;
        return ahead && record.member() == member && _belongs(record);
    }

    /// @dev Ends an account that waits: whoever proposed it may be the one that is being revoked.
    function _dropWaiting(uint32 member, MemberWord word, bytes32 ref) internal {
        address waiting = _profiles[member].waiting;
        if (!_waits(member, waiting)) return;
        _endAccount(member, word, waiting);
        emit AccountRevoked(member, waiting, word.epoch(), msg.sender, ref);
    }

    /// @dev A primary account keeps its record, so that no other member's account is ever named as this member's.
    function _endAccount(uint32 member, MemberWord word, address account) internal {
        _profiles[member].accounts -= 1;
        if (account == word.primary()) {
            _accounts[account] = AccountWordLib.create(member, word.generation(), AccountWordLib.RETIRED, address(0));
        } else {
            _accounts[account] = AccountWord.wrap(0);
        }
    }

    function _propose(Change storage change, bytes32 value, MemberWord word) internal returns (uint40 activeFrom) {
        activeFrom = uint40(block.timestamp) + SECOND_SIGNATURE_DELAY;
        change.value = value;
        change.activeFrom = activeFrom;
        change.epoch = word.epoch();
        change.proposer = msg.sender;
    }

    /// @dev That the change waits with this value, and that the caller is a second account or the time is over.
    function _requireConfirmable(Change storage change, uint32 member, bytes32 value, MemberWord word) internal view {
        bool waits = change.epoch == word.epoch() && change.value == value;
        require(waits, MembersNothingProposed(member));
        if (block.timestamp >= change.activeFrom) return;
        require(msg.sender != change.proposer, MembersSameAccountConfirms(member, msg.sender));
    }

    function _setSettlementAccount(uint32 member, bytes32 digest, bytes32 ref) internal {
        _profiles[member].settlementAccountDigest = digest;
        emit SettlementAccountSet(member, digest, ref);
    }

    function _setGuardian(uint32 member, uint32 guardian, bytes32 ref) internal {
        _profiles[member].guardian = guardian;
        emit GuardianSet(member, guardian, ref);
    }
}
