// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IClaimErrors} from "../../../contracts/interfaces/IClaimErrors.sol";
import {ClaimEntry, ClaimEntryLib} from "../../../contracts/libraries/ClaimEntry.sol";
import {Known, TallyWord} from "../../../contracts/libraries/TallyWord.sol";
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
        Known memory nothing;
        return t.reserve(TAG, unit_, exists_, amount, nothing);
    }

    /// @notice I5 holds after any number of reservations, and one is refused only for the reason that the model knows.
    function testReservationsNeverExceedWhatExists(uint72 exists_, bytes3 unit_, uint72[] calldata amounts) external {
        TallyWord t;
        for (uint256 i = 0; i < amounts.length; i++) {
            uint72 amount = amounts[i];
            bytes memory expected;
            if (amount == 0) expected = abi.encodeWithSelector(IClaimErrors.ClaimsZeroAmount.selector, TAG);
            else if (reserved + amount > exists_) {
                expected = abi.encodeWithSelector(IClaimErrors.ClaimsOverused.selector, TAG, exists_, reserved, amount);
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
                t = this.reserve(t, unit_, exists_, amount);
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
        if (other != unit_) expected = IClaimErrors.ClaimsOtherUnit.selector;
        else if (otherFace != face) expected = IClaimErrors.ClaimsOtherFace.selector;
        else if (amount == face) expected = IClaimErrors.ClaimsOverused.selector;
        try this.reserve(t, other, otherFace, 1) {
            assertTrue(expected == 0, "accepted");
        } catch (bytes memory reason) {
            assertEq(bytes4(reason), expected, "reason");
        }
    }

    /// @notice What earlier epochs know counts as if it were one tally: the same limit, the least that exists, one
    /// unit.
    function testEarlierEpochsCount(uint72 face, uint72 credit, uint72 before, uint72 asked) external view {
        face = uint72(bound(face, 2, type(uint72).max));
        before = uint72(bound(before, 1, face));
        credit = uint72(bound(credit, 0, face));
        asked = uint72(bound(asked, 1, type(uint72).max));
        TallyWord old = this.reserve(TallyWord.wrap(0), "CNY", face, before);
        if (credit != 0) old = old.lower(TAG, credit);
        uint72 left = face - credit;
        bool fits = uint256(before) + asked <= left;
        try this.reserveAfter(old, left, asked) returns (TallyWord t) {
            assertTrue(fits, "more than exists");
            assertEq(t.reserved(), asked, "counted where it is claimed");
            assertEq(old.reserved(), before, "and nowhere else");
        } catch (bytes memory reason) {
            assertTrue(!fits, "refused");
            assertEq(bytes4(reason), IClaimErrors.ClaimsOverused.selector, "reason");
        }
        if (credit == 0) return;
        try this.reserveAfter(old, face, asked) {
            assertTrue(false, "the face before the credit note");
        } catch (bytes memory reason) {
            assertEq(bytes4(reason), IClaimErrors.ClaimsOtherFace.selector, "reason");
        }
    }

    function reserveAfter(TallyWord earlier, uint72 exists_, uint72 amount) external pure returns (TallyWord) {
        Known memory known;
        known.add(earlier);
        return TallyWord.wrap(0).reserve(TAG, "CNY", exists_, amount, known);
    }

    /// @notice A credit note takes off at most what exists, touches nothing else, and may leave less than is used.
    function testCreditNotesLowerOnlyWhatExists(uint72 face, uint72 used, uint72 credit) external view {
        face = uint72(bound(face, 1, type(uint72).max));
        used = uint72(bound(used, 1, face));
        TallyWord t = this.reserve(TallyWord.wrap(0), "CNY", face, used);
        try this.lower(t, credit) returns (TallyWord lowered) {
            assertTrue(credit != 0 && credit <= face, "accepted");
            assertEq(lowered.exists(), face - credit, "exists");
            assertEq(lowered.used(), used, "used");
            assertEq(lowered.unit(), t.unit(), "unit");
        } catch (bytes memory reason) {
            bytes4 expected =
                credit == 0 ? IClaimErrors.ClaimsZeroAmount.selector : IClaimErrors.ClaimsCreditTooLarge.selector;
            assertEq(bytes4(reason), expected, "reason");
        }
    }

    function lower(TallyWord t, uint72 amount) external pure returns (TallyWord) {
        return t.lower(TAG, amount);
    }

    /// @notice Each time that everything was given up the statement's number goes up, and no other way.
    function testStatementsAreCounted(uint72 face, uint8 times) external view {
        face = uint72(bound(face, 1, type(uint72).max));
        TallyWord t;
        for (uint256 i = 0; i < times; i++) {
            t = this.reserve(t, "CNY", face, face);
            assertEq(t.statement(), i, "while it is claimed");
            t = t.release(face);
            assertEq(t.statement(), i + 1, "after it was given up");
            assertTrue(t.isEmpty(), "nothing is claimed");
        }
        t = TallyWord.wrap(uint256(type(uint16).max) << 240);
        t = this.reserve(t, "CNY", face, face).release(face);
        assertEq(t.statement(), type(uint16).max, "the last number stays");
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
