// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {AccessManaged} from "@openzeppelin/contracts/access/manager/AccessManaged.sol";
import {IMembers} from "../interfaces/IMembers.sol";
import {IRules} from "../interfaces/IRules.sol";
import {Roles} from "../types/Roles.sol";
import {Suspensions} from "../types/Suspensions.sol";

/// @title Rules
/// @notice Governed parameters, in versions with an effective date, and the operator's ceilings.
contract Rules is IRules, AccessManaged {
    /// @dev One slot: parameters 200, effective from 40.
    struct Entry {
        Version rules;
        uint40 effectiveFrom;
    }

    /// @dev Versions that may wait for their date, which bounds the search for the one in force.
    uint256 private constant MAX_WAITING = 8;

    IMembers private immutable MEMBERS;
    /// @inheritdoc IRules
    uint32 public immutable utcOffset;

    Entry[] private _entries;
    mapping(uint32 obligor => mapping(bytes3 currency => uint72)) private _ceilings;

    /// @param authority AccessManager that holds the grant to schedule.
    /// @param members Registry of members.
    /// @param utcOffset_ Seconds that the ledger's civil time is ahead of UTC.
    /// @param first Version 1, in force at once.
    constructor(address authority, IMembers members, uint32 utcOffset_, Version memory first) AccessManaged(authority) {
        MEMBERS = members;
        utcOffset = utcOffset_;
        _append(first, uint40(block.timestamp), 0);
    }

    // --- verb of the AccessManager role that governs parameters

    /// @inheritdoc IRules
    function schedule(
        Version calldata rules,
        uint40 effectiveFrom,
        bytes32 ref
    ) external restricted returns (uint16 version) {
        uint256 count = _entries.length;
        uint40 last = _entries[count - 1].effectiveFrom;
        require(effectiveFrom >= block.timestamp, RulesInPast(effectiveFrom, block.timestamp));
        require(effectiveFrom > last, RulesNotAfterLast(effectiveFrom, last));
        bool full = count > MAX_WAITING && _entries[count - MAX_WAITING].effectiveFrom > block.timestamp;
        require(!full, RulesTooManyWaiting(MAX_WAITING));
        return _append(rules, effectiveFrom, ref);
    }

    // --- verb of operator accounts

    /// @inheritdoc IRules
    function setCeiling(uint32 obligor, bytes3 currency, uint72 ceiling, bytes32 ref) external {
        uint32 by = MEMBERS.requireRole(msg.sender, Roles.OPERATOR, ~Suspensions.OVERDUE);
        MEMBERS.requireParty(obligor, Roles.OBLIGOR, 0);
        _ceilings[obligor][currency] = ceiling;
        emit CeilingSet(obligor, currency, ceiling, by, ref);
    }

    // --- views

    /// @inheritdoc IRules
    function versionCount() external view returns (uint16) {
        return uint16(_entries.length);
    }

    /// @inheritdoc IRules
    function current() external view returns (uint16 version, Version memory rules) {
        uint256 index = _entries.length - 1;
        // The first version is in force from its block on, and at most MAX_WAITING wait.
        while (_entries[index].effectiveFrom > block.timestamp) --index;
        return (uint16(index + 1), _entries[index].rules);
    }

    /// @inheritdoc IRules
    function versionOf(uint16 version) external view returns (Version memory rules, uint40 effectiveFrom) {
        bool known = version != 0 && version <= _entries.length;
        require(known, RulesUnknownVersion(version, uint16(_entries.length)));
        Entry storage entry = _entries[version - 1];
        return (entry.rules, entry.effectiveFrom);
    }

    /// @inheritdoc IRules
    function ceilingOf(uint32 obligor, bytes3 currency) external view returns (uint72) {
        return _ceilings[obligor][currency];
    }

    function _append(Version memory rules, uint40 effectiveFrom, bytes32 ref) private returns (uint16 version) {
        require(
            rules.softTenorDays <= rules.hardTenorDays,
            RulesSoftAboveHard(rules.softTenorDays, rules.hardTenorDays)
        );
        bool capped = rules.hardTenorDays != 0 && rules.maxTier != 0 && rules.maxSplits != 0 && rules.minLot != 0;
        require(capped, RulesZeroCap());
        _entries.push(Entry({rules: rules, effectiveFrom: effectiveFrom}));
        version = uint16(_entries.length);
        emit RulesScheduled(version, rules, effectiveFrom, ref);
    }
}
