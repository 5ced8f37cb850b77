// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {LienShares} from "../../../contracts/libraries/LienShares.sol";
import {LienRank} from "../../../contracts/types/LienRank.sol";
import {Test} from "../helpers/Test.sol";

/// @title LienSharesFuzz
/// @notice A payment divided among liens: nothing is lost, nobody gets more than its lien, earlier ones come first and
/// equal ones share to within one minor unit. And the word that keeps their order.
contract LienSharesFuzz is Test {
    function testDividesToTheLastUnit(uint256 seed, uint72 pay) external pure {
        (uint72[] memory amounts, uint40[] memory times) = _liens(seed);
        uint72[] memory paid = LienShares.divide(amounts, times, pay);
        (uint256 sum, uint256 all) = (0, 0);
        for (uint256 i = 0; i < paid.length; i++) {
            assertAtMost(paid[i], amounts[i], "no more than the lien");
            sum += paid[i];
            all += amounts[i];
        }
        assertEq(sum, pay < all ? pay : all, "the smaller of pay and liens");
    }

    function testPaysEarlierLiensInFullFirst(uint256 seed, uint72 pay) external pure {
        (uint72[] memory amounts, uint40[] memory times) = _liens(seed);
        uint72[] memory paid = LienShares.divide(amounts, times, pay);
        for (uint256 late = 0; late < paid.length; late++) {
            if (paid[late] == 0) continue;
            for (uint256 early = 0; early < late; early++) {
                if (times[early] == times[late]) continue;
                assertEq(paid[early], amounts[early], "an earlier lien is paid in full");
            }
        }
    }

    function testSharesEqualTimesInProportion(uint256 seed, uint72 pay) external pure {
        (uint72[] memory amounts, uint40[] memory times) = _liens(seed);
        for (uint256 i = 0; i < times.length; i++) times[i] = 7;
        uint72[] memory paid = LienShares.divide(amounts, times, pay);
        (uint256 sum, uint256 total) = (0, 0);
        for (uint256 i = 0; i < paid.length; i++) (sum, total) = (sum + paid[i], total + amounts[i]);
        for (uint256 i = 0; i < paid.length; i++) {
            uint256 exact = (sum * amounts[i]) / total;
            assertAtMost(paid[i], exact + 1, "at most one unit above its share");
            assertAtMost(exact, uint256(paid[i]) + 1, "at most one unit below its share");
        }
    }

    /// @dev Against a plain list.
    function testKeepsOrderInOneWord(uint256 seed) external pure {
        LienRank rank = LienRank.wrap(0);
        uint32[] memory list = new uint32[](9);
        uint256 count;
        for (uint32 step = 1; step <= 40; step++) {
            seed = uint256(keccak256(abi.encode(seed)));
            if (count < 8 && (count == 0 || seed % 3 != 0)) {
                uint256 lane = seed % (count + 1);
                rank = rank.insert(lane, step);
                for (uint256 i = count; i > lane; i--) list[i] = list[i - 1];
                list[lane] = step;
                count++;
            } else {
                uint256 lane = seed % count;
                rank = rank.remove(list[lane]);
                for (uint256 i = lane; i < count; i++) list[i] = list[i + 1];
                count--;
            }
            assertEq(rank.count(), count, "count");
            for (uint256 i = 0; i < 8; i++) assertEq(rank.laneOf(i), i < count ? list[i] : 0, "lane");
        }
        assertEq(LienRank.unwrap(rank.remove(999)), LienRank.unwrap(rank), "what isn't there changes nothing");
    }

    /// @dev Up to eight liens of any amounts, registered at up to four times, ascending.
    function _liens(uint256 seed) private pure returns (uint72[] memory amounts, uint40[] memory times) {
        uint256 count = 1 + (seed % 8);
        amounts = new uint72[](count);
        times = new uint40[](count);
        uint40 time = 1;
        for (uint256 i = 0; i < count; i++) {
            seed = uint256(keccak256(abi.encode(seed)));
            // Small and large ones: a random 72-bit number is always large.
            amounts[i] = uint72(1 + ((seed >> 16) % (uint256(1) << (1 + (seed % 71)))));
            if ((seed >> 8) % 2 == 0) time++;
            times[i] = time;
        }
    }
}
