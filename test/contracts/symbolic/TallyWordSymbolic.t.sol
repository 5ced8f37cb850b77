// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Known, TallyWord} from "../../../contracts/libraries/TallyWord.sol";

/// @title TallyWordSymbolic
/// @notice Proofs of I5 for every tally: no move makes more used than exists, and amounts only go where the move says.
contract TallyWordSymbolic {
    function check_reserveKeepsWithinWhatExists(uint256 word, bytes3 unit, uint72 exists, uint72 amount) public pure {
        TallyWord before = TallyWord.wrap(word);
        Known memory nothing;
        TallyWord now_ = before.reserve(bytes32(0), unit, exists, amount, nothing);
        assert(uint256(now_.reserved()) + now_.committed() <= now_.exists());
        assert(now_.reserved() == before.reserved() + amount);
        assert(now_.committed() == before.committed());
        assert(now_.exists() == exists && now_.unit() == unit);
    }

    function check_reserveKeepsTheFaceAndUnitOfAUsedTally(
        uint256 word,
        bytes3 unit,
        uint72 exists,
        uint72 amount
    ) public pure {
        TallyWord before = TallyWord.wrap(word);
        if (before.isEmpty()) return;
        Known memory nothing;
        before.reserve(bytes32(0), unit, exists, amount, nothing);
        assert(before.exists() == exists && before.unit() == unit);
    }

    function check_commitMovesFromReserved(uint256 word, uint72 amount) public pure {
        TallyWord before = TallyWord.wrap(word);
        TallyWord now_ = before.commit(amount);
        assert(now_.reserved() == before.reserved() - amount);
        assert(now_.committed() == before.committed() + amount);
        assert(now_.exists() == before.exists() && now_.unit() == before.unit());
    }

    function check_releaseGivesBackOnlyReserved(uint256 word, uint72 amount) public pure {
        TallyWord before = TallyWord.wrap(word);
        TallyWord now_ = before.release(amount);
        assert(now_.reserved() == before.reserved() - amount);
        assert(now_.committed() == before.committed());
        // What exists is forgotten with the last use, and never before.
        assert(now_.exists() == (now_.isEmpty() ? 0 : before.exists()));
    }
}
