// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IClaimErrors} from "../../../contracts/interfaces/IClaimErrors.sol";
import {IClaims} from "../../../contracts/interfaces/IClaims.sol";
import {IReceivableTerms} from "../../../contracts/interfaces/IReceivableTerms.sol";
import {IReceivables} from "../../../contracts/interfaces/IReceivables.sol";

/// @title ReceivablesModel
/// @notice Receivables, limits and invoices in plain numbers: what the contracts must answer, and why they must refuse.
abstract contract ReceivablesModel {
    struct Case {
        IReceivables.State state;
        uint32 obligor;
        uint32 creditor;
        uint72 amount;
        uint72 open;
        bytes3 currency;
        uint16 dueDay;
        uint40 acceptBy;
        bytes terms;
    }

    struct Thing {
        uint256 exists;
        uint256 reserved;
        uint256 committed;
        bytes3 unit;
    }

    struct Limit {
        uint256 ceiling;
        uint256 limit;
        uint256 inUse;
    }

    /// @dev Receivable n is `cases[n - 1]`.
    Case[] internal cases;
    mapping(bytes32 tag => Thing) internal things;
    mapping(uint32 obligor => mapping(bytes3 currency => Limit)) internal limits;
    /// @notice Every tag that was ever reserved.
    bytes32[] public tags;

    function caseCount() external view returns (uint256) {
        return cases.length;
    }

    function tagCount() external view returns (uint256) {
        return tags.length;
    }

    function caseOf(uint32 receivable) external view returns (Case memory) {
        return cases[receivable - 1];
    }

    function thingOf(bytes32 tag) external view returns (Thing memory) {
        return things[tag];
    }

    function limitOf(uint32 obligor, bytes3 currency) public view returns (Limit memory) {
        return limits[obligor][currency];
    }

    /// @dev The selector with which a confirmation is refused today; 0 when it isn't.
    function _refusalOfConfirmation(Case storage c, uint16 today) internal view returns (bytes4) {
        if (c.dueDay < today) return IReceivableTerms.ReceivablesDuePassed.selector;
        Limit storage l = limits[c.obligor][c.currency];
        uint256 most = l.limit < l.ceiling ? l.limit : l.ceiling;
        if (l.inUse + c.amount > most) return IReceivableTerms.ReceivablesLimitExceeded.selector;
        IClaims.Use[] memory uses = _usesOf(c);
        for (uint256 i = 0; i < uses.length; i++) {
            bytes4 refusal = _refusalOfUse(c.currency, uses, i);
            if (refusal != 0) return refusal;
        }
        return 0;
    }

    /// @dev Use `i` of a list, after those before it were reserved.
    function _refusalOfUse(bytes3 unit, IClaims.Use[] memory uses, uint256 i) private view returns (bytes4) {
        Thing memory t = things[uses[i].tag];
        for (uint256 j = 0; j < i; j++) {
            if (uses[j].tag != uses[i].tag) continue;
            if (t.reserved + t.committed == 0) (t.exists, t.unit) = (uses[j].exists, unit);
            t.reserved += uses[j].amount;
        }
        if (t.reserved + t.committed == 0) (t.exists, t.unit) = (uses[i].exists, unit);
        if (t.unit != unit) return IClaimErrors.ClaimsOtherUnit.selector;
        if (t.exists != uses[i].exists) return IClaimErrors.ClaimsOtherFace.selector;
        if (t.reserved + t.committed + uses[i].amount > t.exists) return IClaimErrors.ClaimsOverused.selector;
        return 0;
    }

    function _confirmed(Case storage c, uint40 acceptBy) internal {
        (c.state, c.acceptBy, c.open) = (IReceivables.State.Confirmed, acceptBy, c.amount);
        limits[c.obligor][c.currency].inUse += c.amount;
        IClaims.Use[] memory uses = _usesOf(c);
        for (uint256 i = 0; i < uses.length; i++) {
            Thing storage t = things[uses[i].tag];
            if (t.reserved + t.committed == 0) tags.push(uses[i].tag);
            (t.exists, t.unit) = (uses[i].exists, c.currency);
            t.reserved += uses[i].amount;
        }
    }

    function _accepted(Case storage c) internal {
        c.state = IReceivables.State.Accepted;
        IClaims.Use[] memory uses = _usesOf(c);
        for (uint256 i = 0; i < uses.length; i++) {
            things[uses[i].tag].reserved -= uses[i].amount;
            things[uses[i].tag].committed += uses[i].amount;
        }
    }

    function _givenUp(Case storage c, IReceivables.State state) internal {
        limits[c.obligor][c.currency].inUse -= c.open;
        (c.state, c.open) = (state, 0);
        IClaims.Use[] memory uses = _usesOf(c);
        for (uint256 i = 0; i < uses.length; i++) {
            Thing storage t = things[uses[i].tag];
            t.reserved -= uses[i].amount;
            if (t.reserved + t.committed == 0) (t.exists, t.unit) = (0, 0);
        }
    }

    function _ended(Case storage c, uint72 value) internal {
        limits[c.obligor][c.currency].inUse -= value;
        c.open -= value;
        if (c.open == 0) c.state = IReceivables.State.Discharged;
    }

    function _usesOf(Case storage c) internal view returns (IClaims.Use[] memory) {
        return abi.decode(c.terms, (IReceivableTerms.Terms)).invoices;
    }
}
