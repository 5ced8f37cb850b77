// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Authority} from "../../../contracts/access/Authority.sol";
import {Members} from "../../../contracts/access/Members.sol";
import {IMemberEvents} from "../../../contracts/interfaces/IMemberEvents.sol";
import {Roles} from "../../../contracts/types/Roles.sol";
import {Suspensions} from "../../../contracts/types/Suspensions.sol";
import {Test} from "../helpers/Test.sol";
import {MembersHandler} from "./MembersHandler.sol";

/// @title MembersInvariants
/// @notice I9: nobody acts for a member except its own active accounts, whatever is added, revoked and recovered.
contract MembersInvariants is Test {
    address private constant OPERATOR = address(0x0b);
    address private constant GUARDIAN = address(0x0c);

    Members private members;
    MembersHandler private handler;
    bytes4[] private steps;

    function setUp() external {
        vm.warp(1_767_578_400);
        Authority authority = new Authority(address(this));
        members = new Members(address(authority), _admission(1, OPERATOR, Roles.OPERATOR, 0));
        handler = new MembersHandler(members, OPERATOR, GUARDIAN);
        vm.startPrank(OPERATOR);
        members.admit(_admission(2, GUARDIAN, Roles.REGULATOR, 0), 0);
        for (uint32 id = handler.FIRST(); id <= handler.LAST(); id++) {
            members.admit(_admission(id, handler.pool(id - handler.FIRST()), Roles.SUPPLIER, 2), 0);
        }
        vm.stopPrank();
        steps = [
            MembersHandler.add.selector,
            MembersHandler.confirm.selector,
            MembersHandler.revoke.selector,
            MembersHandler.setPrimary.selector,
            MembersHandler.recover.selector,
            MembersHandler.cancel.selector,
            MembersHandler.execute.selector,
            MembersHandler.wait_.selector
        ];
        target(address(handler), steps);
    }

    /// @notice I9: an account acts for the member that the model says, and no two members share one.
    function invariantAccountsActForTheirMemberAlone() external view {
        for (uint256 i = 0; i < handler.ACCOUNTS(); i++) {
            address account = handler.pool(i);
            (uint32 acts, uint32 owner, uint256 from) = handler.expected(account);
            assertEq(members.idOf(account), acts, "I9: acts for");
            (uint32 belongs, uint40 activeFrom) = members.accountOf(account);
            assertEq(belongs, owner, "belongs to");
            assertEq(activeFrom, from, "active from");
        }
        for (uint32 id = handler.FIRST(); id <= handler.LAST(); id++) _assertMember(id);
    }

    /// @notice Steps picked by fixed numbers do all that a run can do: random runs prove nothing about what never acts.
    function testEveryStepActs() external {
        for (uint256 i = 0; i < 2_000; i++) {
            uint256 seed = uint256(keccak256(abi.encode(i)));
            _step(steps[seed % steps.length], seed >> 8);
        }
        for (uint256 i = 0; i < steps.length; i++) assertTrue(handler.acted(steps[i]) != 0, "a step never acted");
    }

    function _step(bytes4 step, uint256 seed) private {
        (bool done, ) = address(handler).call(abi.encodeWithSelector(step, seed));
        assertTrue(done, "a step reverted");
    }

    /// @dev Epoch, primary account and recovery bit are as the model says; the primary account is nobody else's.
    function _assertMember(uint32 id) private view {
        (uint32 epoch, address primary, address recoversTo, ) = handler.owners(id);
        IMemberEvents.Member memory m = members.memberOf(id);
        assertEq(m.epoch, epoch, "epoch");
        assertEq(m.primary, primary, "primary account");
        (uint32 owner, ) = members.accountOf(primary);
        assertEq(owner, id, "a primary account is nobody else's");
        bool suspended = m.suspensions == Suspensions.RECOVERY;
        assertTrue(suspended == (recoversTo != address(0)), "suspended while it is recovered");
        assertEq(m.roles, Roles.SUPPLIER, "roles");
    }

    function _admission(
        uint32 id,
        address account,
        uint16 roles,
        uint32 guardian
    ) private pure returns (IMemberEvents.Admission memory) {
        return
            IMemberEvents.Admission({
                identityDigest: keccak256(abi.encode(id)),
                roles: roles,
                size: IMemberEvents.Size.Small,
                guardian: guardian,
                account: account,
                settlementAccountDigest: 0,
                licenceDigest: 0
            });
    }
}
