// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ClaimEntry, ClaimEntryLib} from "../../../contracts/libraries/ClaimEntry.sol";

/// @title ClaimEntrySymbolic
/// @notice Proof that a key and an amount share a word without touching each other.
contract ClaimEntrySymbolic {
    function check_keyAndAmountReadBack(bytes32 digest, uint72 amount) public pure {
        bytes32 key = ClaimEntryLib.toKey(digest);
        ClaimEntry e = ClaimEntryLib.create(key, amount);
        assert(e.keyOf() == key);
        assert(e.amount() == amount);
        assert(ClaimEntryLib.toKey(key) == key);
    }
}
