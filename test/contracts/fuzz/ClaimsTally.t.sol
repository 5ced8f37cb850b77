// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IClaims} from "../../../contracts/interfaces/IClaims.sol";
import {ClaimEntry, ClaimEntryLib} from "../../../contracts/libraries/ClaimEntry.sol";
import {TallyWord} from "../../../contracts/libraries/TallyWord.sol";
import {Test} from "../helpers/Test.sol";

/// @title ClaimsTallyTest
/// @notice The packed tally against a tally kept in plain numbers.
contract ClaimsTallyTest is Test {
    bytes32 private constant TAG = keccak256("invoice");

    uint256 private exists;
    uint256 private reserved;
    uint256 private committed;
    bytes3 private unit;

    function reserve(TallyWord t, bytes3 unit_, uint72 exists_, uint72 amount) external pure returns (TallyWord) {
        return t.reserve(TAG, unit_, exists_, amount);
    }

    /// @notice I5 holds after any number of reservations, and one is refused only for the reason that the model knows.
    function testReservationsNeverExceedWhatExists(uint72 exists_, bytes3 unit_, uint72[] calldata amounts) external {
        TallyWord t;
        for (uint256 i = 0; i < amounts.length; i++) {
            uint72 amount = amounts[i];
            bytes memory expected;
            if (amount == 0) expected = abi.encodeWithSelector(IClaims.ClaimsZeroAmount.selector, TAG);
            else if (reserved + amount > exists_) {
                expected = abi.encodeWithSelector(IClaims.ClaimsOverused.selector, TAG, exists_, reserved, amount);
            }
            try this.reserve(t, unit_, exists_, amount) returns (TallyWord next) {
                assertEq(expected.length, 0, "refused by the model");
                (t, reserved, exists, unit) = (next, reserved + amount, exists_, unit_);
            } catch (bytes memory reason) {
                assertEq(keccak256(reason), keccak256(expected), "reason");
            }
            _assertSame(t);
        }
    }

    /// @notice Any order of reserve, commit and release keeps the plain numbers, for any amounts.
    function testMovesKeepEveryField(uint72 exists_, bytes3 unit_, uint256[] calldata seeds) external {
        TallyWord t;
        exists_ = exists_ == 0 ? 1 : exists_;
        for (uint256 i = 0; i < seeds.length; i++) {
            uint256 room = exists_ - reserved - committed;
            uint256 move = seeds[i] % 3;
            uint72 amount = uint72(seeds[i] >> 8);
            if (move == 0 && room != 0) {
                amount = uint72(bound(amount, 1, room));
                t = t.reserve(TAG, unit_, exists_, amount);
                (reserved, exists, unit) = (reserved + amount, exists_, unit_);
            } else if (move == 1 && reserved != 0) {
                amount = uint72(bound(amount, 1, reserved));
                t = t.commit(amount);
                (reserved, committed) = (reserved - amount, committed + amount);
            } else if (move == 2 && reserved != 0) {
                amount = uint72(bound(amount, 1, reserved));
                t = t.release(amount);
                reserved -= amount;
                if (reserved == 0 && committed == 0) (exists, unit) = (0, 0);
            }
            _assertSame(t);
        }
    }

    /// @notice While anything is claimed, another face and another unit are refused.
    function testTheStatementHolds(
        uint72 amount,
        uint72 face,
        bytes3 unit_,
        uint72 otherFace,
        bytes3 other
    ) external view {
        face = uint72(bound(face, 1, type(uint72).max));
        amount = uint72(bound(amount, 1, face));
        TallyWord t = this.reserve(TallyWord.wrap(0), unit_, face, amount);
        bytes4 expected;
        if (other != unit_) expected = IClaims.ClaimsOtherUnit.selector;
        else if (otherFace != face) expected = IClaims.ClaimsOtherFace.selector;
        else if (amount == face) expected = IClaims.ClaimsOverused.selector;
        try this.reserve(t, other, otherFace, 1) {
            assertTrue(expected == 0, "accepted");
        } catch (bytes memory reason) {
            assertEq(bytes4(reason), expected, "reason");
        }
    }

    /// @notice Key and amount of an entry read back.
    function testEntriesReadBack(bytes32 digest, uint72 amount) external pure {
        bytes32 key = ClaimEntryLib.toKey(digest);
        ClaimEntry entry = ClaimEntryLib.create(key, amount);
        assertEq(entry.keyOf(), key, "key");
        assertEq(entry.amount(), amount, "amount");
        assertEq(key >> 72, digest >> 72, "184 bits of the digest");
    }

    function _assertSame(TallyWord t) private view {
        assertEq(t.exists(), exists, "exists");
        assertEq(t.reserved(), reserved, "reserved");
        assertEq(t.committed(), committed, "committed");
        assertEq(t.unit(), unit, "unit");
        assertAtMost(reserved + committed, exists, "I5");
        assertTrue(t.isEmpty() == (reserved + committed == 0), "empty");
    }
}
