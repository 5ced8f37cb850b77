// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {AccessManaged} from "@openzeppelin/contracts/access/manager/AccessManaged.sol";
import {IMembers} from "../interfaces/IMembers.sol";
import {Roles} from "../types/Roles.sol";
import {Suspensions} from "../types/Suspensions.sol";
import {MemberRecoveries} from "./MemberRecoveries.sol";
import {MemberWord} from "./MemberWord.sol";

/// @title Members
/// @notice Who may act, for whom, in which role.
contract Members is MemberRecoveries, AccessManaged {
    /// @param authority AccessManager that holds the grants of ledger contracts.
    /// @param first The first operator, which becomes member 1 and admits all others.
    constructor(address authority, Admission memory first) AccessManaged(authority) {
        require(first.roles & Roles.OPERATOR != 0, MembersMissingRole(1, first.roles, Roles.OPERATOR));
        _admit(first, 0, 0);
    }

    // --- verbs of operator accounts

    /// @inheritdoc IMembers
    function admit(Admission calldata admission, bytes32 ref) external returns (uint32 member) {
        return _admit(admission, _requireOperator(), ref);
    }

    /// @inheritdoc IMembers
    function setRoles(uint32 member, uint16 roles, bytes32 licenceDigest, bytes32 ref) external {
        uint32 by = _requireOperator();
        MemberWord word = _wordOf(member);
        _requireRoles(member, roles, licenceDigest);
        require(by != member || roles & Roles.OPERATOR != 0, MembersActsOnItself(member));
        _words[member] = word.withRoles(roles);
        _profiles[member].licenceDigest = licenceDigest;
        emit RolesSet(member, roles, licenceDigest, by, ref);
    }

    /// @inheritdoc IMembers
    function setSize(uint32 member, Size size, bytes32 ref) external {
        uint32 by = _requireOperator();
        _words[member] = _wordOf(member).withSize(uint8(size));
        emit SizeSet(member, size, by, ref);
    }

    /// @inheritdoc IMembers
    function setSuspensions(uint32 member, uint16 suspensions, bytes32 reasonDigest, bytes32 ref) external {
        uint32 by = _requireOperator();
        MemberWord word = _wordOf(member);
        bool governed = suspensions & ~Suspensions.BY_OPERATOR == 0;
        require(governed, MembersSuspensionNotOperators(suspensions, Suspensions.BY_OPERATOR));
        require(by != member || suspensions == 0, MembersActsOnItself(member));
        uint16 all = (word.suspensions() & ~Suspensions.BY_OPERATOR) | suspensions;
        _words[member] = word.withSuspensions(all);
        emit SuspensionsSet(member, all, reasonDigest, by, ref);
    }

    // --- verbs of ledger contracts

    /// @inheritdoc IMembers
    function raiseOverdue(uint32 member, bytes32 ref) external restricted {
        // Checked: a member has at most 65,535 receivables marked overdue at a time.
        _countOverdue(member, _wordOf(member).overdue() + 1, ref);
    }

    /// @inheritdoc IMembers
    function clearOverdue(uint32 member, bytes32 ref) external restricted {
        uint16 count = _wordOf(member).overdue();
        require(count != 0, MembersNotOverdue(member));
        _countOverdue(member, count - 1, ref);
    }

    /// @dev The overdue bit follows the count and touches no other bit.
    function _countOverdue(uint32 member, uint16 count, bytes32 ref) private {
        MemberWord word = _words[member];
        uint16 others = word.suspensions() & ~Suspensions.OVERDUE;
        uint16 suspensions = count == 0 ? others : others | Suspensions.OVERDUE;
        _words[member] = word.withOverdue(count).withSuspensions(suspensions);
        emit OverdueCounted(member, count, ref);
    }
}
