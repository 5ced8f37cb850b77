// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ISettlement} from "../interfaces/ISettlement.sol";

/// @title UnmatchedPayments
/// @notice Money that banks attested and no instruction took: recorded, never dropped.
abstract contract UnmatchedPayments is ISettlement {
    /// @inheritdoc ISettlement
    uint256 public unmatchedCount;
    mapping(uint256 unmatched => Unmatched) private _unmatched;

    /// @inheritdoc ISettlement
    function unmatchedOf(uint256 unmatched) external view returns (Unmatched memory) {
        return _knownUnmatched(unmatched);
    }

    function _recordUnmatched(Attestation memory a, bool excess, bytes32 ref) internal returns (uint256 unmatched) {
        unmatched = ++unmatchedCount;
        _unmatched[unmatched] = Unmatched(a, excess, false);
        emit UnmatchedPayment(unmatched, a.instruction, a.bank, a.amount, excess, a, ref);
    }

    function _knownUnmatched(uint256 unmatched) internal view returns (Unmatched storage) {
        require(unmatched != 0 && unmatched <= unmatchedCount, SettlementUnknownUnmatched(unmatched));
        return _unmatched[unmatched];
    }
}
