// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IReceivables} from "../interfaces/IReceivables.sol";
import {CurrencyCode} from "../libraries/CurrencyCode.sol";
import {Roles} from "../types/Roles.sol";
import {ReceivableTerms} from "./ReceivableTerms.sol";

/// @title ObligorLimits
/// @notice How much each obligor may owe on the ledger at a time, per currency (I4).
abstract contract ObligorLimits is ReceivableTerms {
    using CurrencyCode for bytes3;

    /// @dev One word: limit 72 | in use 72 | 112 unused.
    struct Limit {
        uint72 limit;
        uint72 inUse;
    }

    mapping(uint32 obligor => mapping(bytes3 currency => Limit)) private _limits;

    // --- verbs of obligors

    /// @inheritdoc IReceivables
    function setLimit(bytes3 currency, uint72 limit, bytes32 ref) external {
        uint32 obligor = MEMBERS.requireRole(msg.sender, Roles.OBLIGOR, 0);
        require(currency.isWellFormed(), ReceivablesUnknownCurrency(currency));
        uint72 ceiling = RULES.ceilingOf(obligor, currency);
        require(limit <= ceiling, ReceivablesLimitAboveCeiling(obligor, currency, limit, ceiling));
        _limits[obligor][currency].limit = limit;
        emit LimitSet(obligor, currency, limit, ref);
    }

    // --- views

    /// @inheritdoc IReceivables
    function limitOf(uint32 obligor, bytes3 currency) public view returns (uint72 limit, uint72 inUse) {
        Limit memory set = _limits[obligor][currency];
        // An operator that lowers a ceiling binds limits that were set before.
        uint72 ceiling = RULES.ceilingOf(obligor, currency);
        return (set.limit < ceiling ? set.limit : ceiling, set.inUse);
    }

    // --- internal

    function _takeLimit(uint32 obligor, bytes3 currency, uint72 amount) internal {
        (uint72 limit, uint72 inUse) = limitOf(obligor, currency);
        require(uint256(inUse) + amount <= limit, ReceivablesLimitExceeded(obligor, currency, limit, inUse, amount));
        _limits[obligor][currency].inUse = inUse + amount;
    }

    function _freeLimit(uint32 obligor, bytes3 currency, uint72 amount) internal {
        _limits[obligor][currency].inUse -= amount;
    }
}
