// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @title StockMath
/// @notice What a loss standard allows, and how much goods may leave for a quantity of receipts.
/// @dev Every amount is a 72-bit count; a product with basis points or another amount fits 144 bits.
library StockMath {
    uint256 private constant WHOLE = 10_000;

    /// @notice Natural loss that a standard allows of a quantity, rounded down.
    /// @param quantity Quantity.
    /// @param basisPoints Loss standard, at most 10,000.
    function lossOf(uint72 quantity, uint16 basisPoints) internal pure returns (uint72) {
        return uint72((uint256(quantity) * basisPoints) / WHOLE);
    }

    /// @notice Whether receipts exceed goods and natural loss (I6).
    /// @param live Quantity of live receipts.
    /// @param measured Goods.
    /// @param basisPoints Loss standard.
    function isShort(uint72 live, uint72 measured, uint16 basisPoints) internal pure returns (bool) {
        return live > uint256(measured) + lossOf(live, basisPoints);
    }

    /// @notice Whether two counts of the same goods can both be right: they differ by natural loss at most.
    /// @param one A count.
    /// @param other Another one.
    /// @param basisPoints Loss standard.
    function agree(uint72 one, uint72 other, uint16 basisPoints) internal pure returns (bool) {
        (uint72 low, uint72 high) = one < other ? (one, other) : (other, one);
        return high - low <= lossOf(high, basisPoints);
    }

    /// @notice The goods that may leave for a part of the live receipts of a lot that is not short: all of it less
    /// natural loss at least; at most what leaves the other receipts covered.
    /// @param live Quantity of live receipts, at least `quantity`.
    /// @param measured Goods.
    /// @param quantity Quantity of receipts that ends.
    /// @param basisPoints Loss standard.
    function fairGoods(
        uint72 live,
        uint72 measured,
        uint72 quantity,
        uint16 basisPoints
    ) internal pure returns (uint72 least, uint72 most) {
        uint256 kept = (uint256(quantity) * basisPoints + WHOLE - 1) / WHOLE;
        // Below `quantity`, since a standard is at most the whole.
        least = quantity - uint72(kept);
        uint72 rest = live - quantity;
        // At most `measured`, since nothing loses more than itself; not below 0, since the lot is not short.
        uint256 spare = uint256(measured) + lossOf(rest, basisPoints) - rest;
        most = spare < quantity ? uint72(spare) : quantity;
    }

    /// @notice The goods that may leave for a part of the live receipts of a short lot: its share, rounded down.
    /// @param live Quantity of live receipts, above 0.
    /// @param measured Goods, below `live`.
    /// @param quantity Quantity of receipts that ends.
    function shareOf(uint72 live, uint72 measured, uint72 quantity) internal pure returns (uint72) {
        return uint72((uint256(quantity) * measured) / live);
    }
}
