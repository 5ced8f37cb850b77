// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {AccountWord, AccountWordLib} from "../../../contracts/access/AccountWord.sol";

/// @title AccountWordSymbolic
/// @notice Proof that an account's packed fields read back.
contract AccountWordSymbolic {
    function check_createdFieldsReadBack(
        uint32 member,
        uint8 generation,
        uint40 activeFrom,
        address proposer
    ) public pure {
        AccountWord w = AccountWordLib.create(member, generation, activeFrom, proposer);
        assert(w.member() == member);
        assert(w.generation() == generation);
        assert(w.activeFrom() == activeFrom);
        assert(w.proposer() == proposer);
    }
}
