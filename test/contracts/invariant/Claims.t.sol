// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Authority} from "../../../contracts/access/Authority.sol";
import {Claims} from "../../../contracts/claim/Claims.sol";
import {IClaims} from "../../../contracts/interfaces/IClaims.sol";
import {Test} from "../helpers/Test.sol";
import {ClaimsHandler} from "./ClaimsHandler.sol";

/// @title ClaimsInvariants
/// @notice I5 over every key epoch: of one thing no more is used than exists, whatever its tags are, unless a credit
/// note came late.
contract ClaimsInvariants is Test {
    Claims private claims;
    ClaimsHandler private handler;
    bytes4[] private steps;

    function setUp() external {
        Authority authority = new Authority(address(this));
        claims = new Claims(address(authority), 0);
        handler = new ClaimsHandler(claims);
        bytes4[] memory verbs = new bytes4[](6);
        verbs[0] = IClaims.reserve.selector;
        verbs[1] = IClaims.commit.selector;
        verbs[2] = IClaims.release.selector;
        verbs[3] = IClaims.satisfy.selector;
        verbs[4] = IClaims.lower.selector;
        verbs[5] = IClaims.openEpoch.selector;
        authority.setTargetFunctionRole(address(claims), verbs, 2);
        authority.grantRole(2, address(handler), 0);
        steps = [
            ClaimsHandler.reserve.selector,
            ClaimsHandler.commit.selector,
            ClaimsHandler.release.selector,
            ClaimsHandler.satisfy.selector,
            ClaimsHandler.lower.selector,
            ClaimsHandler.openEpoch.selector
        ];
        target(address(handler), steps);
    }

    /// @notice I5, and that the registry knows which epochs still have claims.
    function invariantNothingIsUsedTwice() external view {
        uint32 current = claims.epoch();
        for (uint256 thing = 0; thing < handler.THINGS(); thing++) _assertThing(current, thing);
        uint32[] memory earlier = claims.earlierEpochs();
        uint256 next;
        for (uint32 epoch = 0; epoch <= current; epoch++) {
            (uint64 unreleased, ) = claims.epochOf(epoch);
            assertEq(unreleased, handler.unreleased(epoch), "unreleased claims");
            if (epoch == current || unreleased == 0) continue;
            assertTrue(next < earlier.length && earlier[next] == epoch, "an epoch with claims is presented");
            next++;
        }
        assertEq(next, earlier.length, "and no other one");
    }

    /// @notice Steps picked by fixed numbers do all that a run can do: random runs prove nothing about what never acts.
    function testEveryStepActs() external {
        for (uint256 i = 0; i < 600; i++) {
            uint256 seed = uint256(keccak256(abi.encode(i)));
            (bool done, ) = address(handler).call(abi.encodeWithSelector(steps[seed % steps.length], seed >> 8));
            assertTrue(done, "a step reverted");
        }
        for (uint256 i = 0; i < steps.length; i++) assertTrue(handler.acted(steps[i]) != 0, "a step never acted");
        assertTrue(handler.refused(ClaimsHandler.reserve.selector) != 0, "nothing was refused");
        this.invariantNothingIsUsedTwice();
    }

    /// @dev What all epochs together know of one thing is what the model knows of it.
    function _assertThing(uint32 current, uint256 thing) private view {
        (uint256 exists, uint256 used, bool credited) = handler.things(thing);
        uint256 counted;
        uint256 least = type(uint256).max;
        for (uint32 epoch = 0; epoch <= current; epoch++) {
            IClaims.Tally memory t = claims.tallyOf(epoch, handler.tagOf(epoch, thing));
            uint256 here = uint256(t.reserved) + t.committed;
            counted += here;
            if (here != 0 && t.exists < least) least = t.exists;
        }
        assertEq(counted, used, "used");
        if (used == 0) return;
        assertEq(least, exists, "exists");
        if (!credited) assertAtMost(counted, exists, "I5");
    }
}
