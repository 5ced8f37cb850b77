// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {MemberWord, MemberWordLib} from "../../../contracts/access/MemberWord.sol";

/// @title MemberWordSymbolic
/// @notice Proofs that replacing one field of a member reads back and touches nothing else.
contract MemberWordSymbolic {
    function check_createdFieldsReadBack(uint16 roles, uint8 size, address primary) public pure {
        MemberWord w = MemberWordLib.create(roles, size, primary);
        assert(w.roles() == roles && w.size() == size && w.primary() == primary);
        assert(w.epoch() == 1 && w.suspensions() == 0 && w.overdue() == 0 && w.generation() == 0);
    }

    function check_withRolesChangesNothingElse(uint256 word, uint16 roles) public pure {
        MemberWord w = MemberWord.wrap(word);
        assert(w.withRoles(roles).roles() == roles);
        assert(MemberWord.unwrap(w.withRoles(roles).withRoles(w.roles())) == word);
    }

    function check_withSuspensionsChangesNothingElse(uint256 word, uint16 suspensions) public pure {
        MemberWord w = MemberWord.wrap(word);
        assert(w.withSuspensions(suspensions).suspensions() == suspensions);
        assert(MemberWord.unwrap(w.withSuspensions(suspensions).withSuspensions(w.suspensions())) == word);
    }

    function check_withEpochChangesNothingElse(uint256 word, uint32 epoch) public pure {
        MemberWord w = MemberWord.wrap(word);
        assert(w.withEpoch(epoch).epoch() == epoch);
        assert(MemberWord.unwrap(w.withEpoch(epoch).withEpoch(w.epoch())) == word);
    }

    function check_withOverdueChangesNothingElse(uint256 word, uint16 overdue) public pure {
        MemberWord w = MemberWord.wrap(word);
        assert(w.withOverdue(overdue).overdue() == overdue);
        assert(MemberWord.unwrap(w.withOverdue(overdue).withOverdue(w.overdue())) == word);
    }

    function check_withSizeChangesNothingElse(uint256 word, uint8 size) public pure {
        MemberWord w = MemberWord.wrap(word);
        assert(w.withSize(size).size() == size);
        assert(MemberWord.unwrap(w.withSize(size).withSize(w.size())) == word);
    }

    function check_withGenerationChangesNothingElse(uint256 word, uint8 generation) public pure {
        MemberWord w = MemberWord.wrap(word);
        assert(w.withGeneration(generation).generation() == generation);
        assert(MemberWord.unwrap(w.withGeneration(generation).withGeneration(w.generation())) == word);
    }

    function check_withPrimaryChangesNothingElse(uint256 word, address primary) public pure {
        MemberWord w = MemberWord.wrap(word);
        assert(w.withPrimary(primary).primary() == primary);
        assert(MemberWord.unwrap(w.withPrimary(primary).withPrimary(w.primary())) == word);
    }
}
