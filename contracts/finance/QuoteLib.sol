// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IFactoring} from "../interfaces/IFactoring.sol";
import {IFactoringErrors} from "../interfaces/IFactoringErrors.sol";

/// @title QuoteLib
/// @notice What a financier's quote must say to be acceptable by itself, and what is signed of it.
library QuoteLib {
    uint256 internal constant BASIS_POINTS = 10_000;

    bytes32 internal constant QUOTE_TYPEHASH = keccak256(
        "Quote(uint256 token,uint32 financier,uint32 holder,uint72 value,uint72 principal,uint72 discount,uint72 fee,"
        "uint72 obligorInterest,bool recourse,uint72 claim,uint72 buyBackPrice,uint32 bank,uint40 registerBy,"
        "uint40 payBy,bytes32 termsDigest,uint256 nonce,uint256 deadline,uint32 epoch)"
    );

    bytes32 internal constant ACCEPTANCE_TYPEHASH = keccak256(
        "QuoteAcceptance(bytes32 quote,uint256 nonce,uint256 deadline,uint32 epoch)"
    );

    /// @notice EIP-712 struct hash of a quote.
    function hash(IFactoring.Quote memory quote) internal pure returns (bytes32) {
        // All members are words of fixed size, so the ABI encoding is the one of EIP-712.
        return keccak256(abi.encode(QUOTE_TYPEHASH, quote));
    }

    /// @notice EIP-712 struct hash of a holder's acceptance.
    function acceptanceHash(
        bytes32 quote,
        uint256 nonce,
        uint256 deadline,
        uint32 epoch
    ) internal pure returns (bytes32) {
        return keccak256(abi.encode(ACCEPTANCE_TYPEHASH, quote, nonce, deadline, epoch));
    }

    /// @notice That the legs add up and that recourse is stated with a claim or not at all.
    function checkLegs(IFactoring.Quote memory quote) internal pure {
        require(quote.principal > 0, IFactoringErrors.FactoringZeroPrincipal());
        uint256 sum = uint256(quote.principal) + quote.discount + quote.fee;
        require(sum == quote.value, IFactoringErrors.FactoringLegsDiffer(quote.value, sum));
        if (quote.recourse) {
            require(
                quote.claim > 0 && quote.claim <= quote.value,
                IFactoringErrors.FactoringClaimOutOfRange(quote.claim, quote.value)
            );
        } else {
            require(
                quote.claim == 0 && quote.buyBackPrice == 0,
                IFactoringErrors.FactoringTermsWithoutRecourse(quote.claim, quote.buyBackPrice)
            );
        }
    }

    /// @notice Interest that an obligor bears at most: its share of all quoted interest, rounded down.
    /// @param discount Interest that the holder bears.
    /// @param obligorInterest Interest that the obligor bears.
    /// @param share Basis points that the obligor signed at confirmation.
    function interestAllowed(uint72 discount, uint72 obligorInterest, uint16 share) internal pure returns (uint256) {
        return ((uint256(discount) + obligorInterest) * share) / BASIS_POINTS;
    }
}
