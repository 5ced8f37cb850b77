// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {StockMath} from "../../../contracts/libraries/StockMath.sol";
import {Test} from "../helpers/Test.sol";

/// @title StockMathFuzz
/// @notice What may leave a lot keeps everybody else's goods covered, and always leaves a way out.
contract StockMathFuzz is Test {
    uint16 private constant MAX_LOSS = 500;

    function testNaturalLossIsRoundedDown(uint72 quantity, uint16 basisPoints) external pure {
        basisPoints = uint16(bound(basisPoints, 0, 10_000));
        uint256 exact = uint256(quantity) * basisPoints;
        uint256 loss = StockMath.lossOf(quantity, basisPoints);
        assertAtMost(loss * 10_000, exact, "rounded down");
        assertTrue(exact < (loss + 1) * 10_000, "by less than one");
    }

    function testAgreementIsMutual(uint72 one, uint72 other, uint16 basisPoints) external pure {
        basisPoints = uint16(bound(basisPoints, 0, MAX_LOSS));
        bool agrees = StockMath.agree(one, other, basisPoints);
        assertTrue(agrees == StockMath.agree(other, one, basisPoints), "mutual");
        assertTrue(StockMath.agree(one, one, basisPoints), "with itself");
    }

    function testFairGoodsKeepTheRestCovered(uint72 live, uint72 extra, uint72 part, uint16 basisPoints) external pure {
        basisPoints = uint16(bound(basisPoints, 0, MAX_LOSS));
        live = uint72(bound(live, 1, type(uint72).max - 1));
        // Any stock that is not short: from the least that covers the receipts up.
        uint72 least_ = live - StockMath.lossOf(live, basisPoints);
        uint72 measured = uint72(bound(extra, least_, type(uint72).max));
        uint72 quantity = uint72(bound(part, 1, live));
        assertTrue(!StockMath.isShort(live, measured, basisPoints), "covered before");
        (uint72 least, uint72 most) = StockMath.fairGoods(live, measured, quantity, basisPoints);
        assertAtMost(least, most, "there is a way out");
        assertAtMost(most, quantity, "nobody gets more than its quantity");
        assertAtMost(most, measured, "nor more than there is");
        assertTrue(!StockMath.isShort(live - quantity, measured - most, basisPoints), "covered after");
        if (most == quantity || most == measured) return;
        assertTrue(StockMath.isShort(live - quantity, measured - most - 1, basisPoints), "and not one more");
    }

    function testSharesOfAShortLotAreEqual(uint72 live, uint72 stock, uint72 part) external pure {
        live = uint72(bound(live, 1, type(uint72).max));
        uint72 measured = uint72(bound(stock, 0, live - 1));
        uint72 quantity = uint72(bound(part, 1, live));
        uint256 share = StockMath.shareOf(live, measured, quantity);
        assertAtMost(share * live, uint256(quantity) * measured, "no more than its share");
        assertAtMost(share, measured, "nor than there is");
        // What is left per receipt never falls.
        uint256 left = (measured - share) * live;
        assertTrue(left >= uint256(measured) * (live - quantity), "the others lose nothing");
    }
}
