// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @notice Holds of the active liens on one position in the order in which settlement pays them, in one storage word:
/// eight lanes of 32 bits from the lowest bit, the free ones last and 0. Holds are counted one by one from 1, so 32
/// bits hold their numbers.
type LienRank is uint256;

using LienRankLib for LienRank global;

/// @title LienRankLib
/// @notice Reads, inserts and removes lanes of a rank.
library LienRankLib {
    /// @dev A settlement leg walks through all active liens of its position.
    uint256 internal constant LANES = 8;
    uint256 private constant WIDTH = 32;

    /// @notice How many liens it has.
    function count(LienRank rank) internal pure returns (uint256 lanes) {
        while (lanes < LANES && laneOf(rank, lanes) != 0) ++lanes;
    }

    /// @notice The hold in a lane; 0 where it is free.
    function laneOf(LienRank rank, uint256 lane) internal pure returns (uint32) {
        return uint32(LienRank.unwrap(rank) >> (lane * WIDTH));
    }

    /// @notice Puts a hold into a lane and moves what was there, and behind it, one lane up. The last lane is free.
    function insert(LienRank rank, uint256 lane, uint32 hold) internal pure returns (LienRank) {
        uint256 shift = lane * WIDTH;
        uint256 word = LienRank.unwrap(rank);
        uint256 behind = word >> shift;
        uint256 before = word ^ (behind << shift);
        return LienRank.wrap(before | (((behind << WIDTH) | hold) << shift));
    }

    /// @notice Takes a hold out and moves what is behind it one lane down; nothing happens where it isn't there.
    function remove(LienRank rank, uint32 hold) internal pure returns (LienRank) {
        for (uint256 lane; lane < LANES; ++lane) {
            if (laneOf(rank, lane) != hold) continue;
            uint256 shift = lane * WIDTH;
            uint256 word = LienRank.unwrap(rank);
            uint256 before = word ^ ((word >> shift) << shift);
            // A shift by the whole word, from the last lane, leaves nothing.
            return LienRank.wrap(before | ((word >> (shift + WIDTH)) << shift));
        }
        return rank;
    }
}
