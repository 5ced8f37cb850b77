// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IMembers} from "../interfaces/IMembers.sol";
import {Roles} from "../types/Roles.sol";
import {Suspensions} from "../types/Suspensions.sol";
import {AccountWordLib} from "./AccountWord.sol";
import {MemberAccounts} from "./MemberAccounts.sol";
import {MemberWord} from "./MemberWord.sol";

/// @title MemberRecoveries
/// @notice Gives a member that lost its keys a new account: operator and guardian agree, and everybody has 72 hours
/// to object.
abstract contract MemberRecoveries is MemberAccounts {
    enum Party {
        None,
        Operator,
        Guardian,
        Legal
    }

    /// @dev Time in which an active account of the member can show that its keys aren't lost.
    uint40 internal constant RECOVERY_DELAY = 72 hours;

    /// @dev One slot: account 160, executable from 40, three flags 8 each.
    mapping(uint32 member => Recovery) internal _recoveries;

    /// @inheritdoc IMembers
    function proposeRecovery(uint32 member, address account, bytes32 documentDigest, bytes32 ref) external {
        (uint32 by, Party party) = _partyFor(member);
        Recovery memory recovery = _recoveries[member];
        if (recovery.account == address(0)) {
            _requireRecoverable(member, account);
            recovery.account = account;
        }
        require(account == recovery.account, MembersRecoveryDiffers(member, account, recovery.account));

        if (party == Party.Operator) recovery.byOperator = true;
        else if (party == Party.Guardian) recovery.byGuardian = true;
        else recovery.byLegal = true;
        bool opens = recovery.executableFrom == 0 && recovery.byOperator && recovery.byGuardian;
        if (opens) recovery.executableFrom = uint40(block.timestamp) + RECOVERY_DELAY;
        _recoveries[member] = recovery;
        emit RecoveryProposed(member, account, by, documentDigest, recovery.executableFrom, ref);
        if (opens) _setRecoveryBit(member, true, documentDigest, by, ref);
    }

    /// @inheritdoc IMembers
    function cancelRecovery(uint32 member, bytes32 ref) external {
        (uint32 by, MemberWord word) = _requireActive(msg.sender);
        Recovery memory recovery = _recoveries[member];
        require(recovery.account != address(0), MembersNothingProposed(member));
        if (recovery.byLegal) {
            require(word.roles() & Roles.LEGAL != 0 && by != member, MembersRecoveryNotCancellable(member));
        } else if (by != member) {
            _requireFit(by, word, Roles.OPERATOR, ~Suspensions.OVERDUE);
        }

        delete _recoveries[member];
        emit RecoveryCancelled(member, msg.sender, ref);
        if (recovery.executableFrom != 0) _setRecoveryBit(member, false, 0, by, ref);
    }

    /// @inheritdoc IMembers
    function executeRecovery(uint32 member, bytes32 ref) external {
        Recovery memory recovery = _recoveries[member];
        address account = recovery.account;
        uint40 from = recovery.executableFrom;
        require(from != 0, MembersNothingProposed(member));
        require(block.timestamp >= from, MembersTooEarly(member, block.timestamp, from));
        _requireRecoverable(member, account);

        // Checked: a member can be recovered 255 times.
        MemberWord word = _words[member];
        word = word.withGeneration(word.generation() + 1).withEpoch(word.epoch() + 1).withPrimary(account);
        delete _recoveries[member];
        _words[member] = word;
        _profiles[member].accounts = 1;
        _profiles[member].waiting = address(0);
        _accounts[account] = AccountWordLib.create(member, word.generation(), uint40(block.timestamp), address(0));
        emit MemberRecovered(member, account, word.epoch(), ref);
        _setRecoveryBit(member, false, 0, 0, ref);
    }

    /// @inheritdoc IMembers
    function recoveryOf(uint32 member) external view returns (Recovery memory) {
        return _recoveries[member];
    }

    /// @dev In which capacity the caller proposes. Each party is another member, and none is the member itself.
    function _partyFor(uint32 member) private view returns (uint32 by, Party party) {
        MemberWord word;
        _wordOf(member);
        (by, word) = _requireActive(msg.sender);
        bool suspended = word.suspensions() & ~Suspensions.OVERDUE != 0;
        if (by == member) party = Party.None;
        else if (by == _profiles[member].guardian) party = Party.Guardian;
        else if (!suspended && word.roles() & Roles.OPERATOR != 0) party = Party.Operator;
        else if (!suspended && word.roles() & Roles.LEGAL != 0) party = Party.Legal;
        require(party != Party.None, MembersRecoveryParty(member, by));
    }

    /// @dev That the account is free, or the member's own already.
    function _requireRecoverable(uint32 member, address account) private view {
        if (_accounts[account].member() != member) _requireFree(account);
    }

    function _setRecoveryBit(uint32 member, bool set, bytes32 documentDigest, uint32 by, bytes32 ref) private {
        MemberWord word = _words[member];
        uint16 others = word.suspensions() & ~Suspensions.RECOVERY;
        uint16 suspensions = set ? others | Suspensions.RECOVERY : others;
        _words[member] = word.withSuspensions(suspensions);
        emit SuspensionsSet(member, suspensions, documentDigest, by, ref);
    }
}
