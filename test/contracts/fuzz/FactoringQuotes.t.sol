// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {QuoteLib} from "../../../contracts/finance/QuoteLib.sol";
import {IFactoringEvents} from "../../../contracts/interfaces/IFactoringEvents.sol";
import {Test} from "../helpers/Test.sol";

/// @title FactoringQuotesTest
/// @notice The arithmetic of quotes.
contract FactoringQuotesTest is Test {
    function check(IFactoringEvents.Quote calldata quote) external pure {
        QuoteLib.checkLegs(quote);
    }

    /// @notice An obligor bears its share of all quoted interest, rounded down, and never more than all of it.
    function testTheObligorsShareIsRoundedDown(uint72 discount, uint72 obligorInterest, uint16 share) external pure {
        share = share % 10_001;
        uint256 total = uint256(discount) + obligorInterest;
        uint256 allowed = QuoteLib.interestAllowed(discount, obligorInterest, share);
        assertTrue(allowed * 10_000 <= total * share, "not above the share");
        assertTrue((allowed + 1) * 10_000 > total * share, "not a unit below it");
        assertTrue(allowed <= total, "not above the interest");
    }

    /// @notice Legs are acceptable exactly when they pay something, add up, and state recourse with a claim or not.
    function testLegsAreSoundOrRefused(
        uint72 principal,
        uint72 discount,
        uint72 fee,
        uint72 off,
        uint72 claim,
        uint72 price,
        bool recourse
    ) external view {
        IFactoringEvents.Quote memory quote;
        uint256 sum = uint256(principal) + discount + fee;
        // Mostly a value that fits, sometimes one that is off.
        quote.value = uint72(sum) ^ (off % 4 == 0 ? off : 0);
        (quote.principal, quote.discount, quote.fee) = (principal, discount, fee);
        (quote.recourse, quote.claim, quote.buyBackPrice) = (recourse, claim, price);
        bool claims = recourse ? claim > 0 && claim <= quote.value : claim == 0 && price == 0;
        bool sound = principal > 0 && sum == quote.value && claims;
        try this.check(quote) {
            assertTrue(sound, "accepted what is not sound");
        } catch {
            assertTrue(!sound, "refused what is sound");
        }
    }

    /// @notice Two quotes that differ anywhere differ in what is signed.
    function testEveryTermIsSigned(bytes32 change, uint8 field) external pure {
        IFactoringEvents.Quote memory quote;
        bytes memory plain = abi.encode(quote);
        uint256 offset = 32 * (1 + (field % (plain.length / 32)));
        bytes memory changed = abi.encode(quote);
        uint256 word = uint256(change) % 2;
        assembly ("memory-safe") {
            mstore(add(changed, offset), word)
        }
        IFactoringEvents.Quote memory other = abi.decode(changed, (IFactoringEvents.Quote));
        assertEq(QuoteLib.hash(quote) == QuoteLib.hash(other) ? 1 : 0, word == 0 ? 1 : 0, "hash");
    }
}
